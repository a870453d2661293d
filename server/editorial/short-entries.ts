import 'server-only'
import { mayStillChange } from '@/domain/editorial/proposal'
import { readShortPath, SHORT_AT_ONCE, type ShortKind, type Ticked } from '@/domain/editorial/short-entries'
import { signState } from '@/domain/editorial/signature'
import { AppError, type ErrorCode } from '@/domain/errors'
import { type Page, pageOf } from '@/domain/list/page-of'
import type { Locale, Localized } from '@/domain/locale'
import { AREAS, type Area } from '@/domain/signoff/scope'
import { nameOfText } from '@/domain/signoff/text-key'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { sql } from '../db/client'
import { findSignatures } from '../db/editorial/editorial-signatures'
import type { ProposalRow } from '../db/editorial/editorial-texts'
import { forbiddenAsNotFound, type OpenedText, stateOf } from './open-text'
import { presentText } from './present-text'
import { scopeOf } from './queue'
import {
  currentSignatures,
  hindranceTo,
  noteReading,
  permitToSign,
  type SignRefusal,
  seenIn,
  signText,
} from './sign-text'
import { editorialTexts } from './texts'

/** The short entries of one kind that she may read, in one language and for one area. */
export type OpenedShort = { permit: Permit<'editorial:read'>; kind: ShortKind; language: Locale; area: Area }

export type ShortEntry = {
  opened: OpenedText
  ticked: Ticked
  /** What colleagues propose to change in it. */
  proposals: readonly ProposalRow[]
  /** Why she cannot sign it; null if she only has to tick it. */
  hindered: Exclude<ReturnType<typeof hindranceTo>, 'unread'>
}

/** @throws {AppError} sign-in-required, second-factor-missing, second-factor-required, not-found */
export async function openShort(
  caller: Caller,
  address: { kind: string; lang: string },
  area: string | null,
): Promise<OpenedShort> {
  const asked = readShortPath(address.kind, address.lang)
  if (!asked) throw new AppError('not-found', 'short entries')
  const permit = await forbiddenAsNotFound(requirePermission(caller, 'editorial:read', { text: anyOf(asked.kind) }))
  const { areas } = await scopeOf(permit.actor)
  const own = AREAS.filter((one) => areas.includes(one))
  return { permit, ...asked, area: own.find((one) => one === area) ?? own[0] ?? 'legal' }
}

/** All entries of a kind are one part of the library: a person who may read or sign one of them may do so for each. */
const anyOf = (kind: ShortKind) => ({ kind, id: kind })

/** Requires that she may sign such entries, with a recent code. Each entry is checked again when it is signed. */
export async function permitToSignShort(caller: Caller, { kind, language, area }: OpenedShort): Promise<void> {
  const target = { text: anyOf(kind), language, area, proposed: false, otherArea: false }
  await forbiddenAsNotFound(requirePermission(caller, 'editorial:sign', target))
}

/** One page of the entries whose present wording is not signed. */
export async function shortEntries(
  short: OpenedShort,
  page: string | null,
): Promise<Page<ShortEntry> & { total: number }> {
  const { permit, kind, language, area } = short
  const [{ list }, signatures] = await Promise.all([editorialTexts(), findSignatures(sql())])
  const left = list.filter(
    (text) =>
      text.key.kind === kind &&
      signState(text, signatures.get(nameOfText(text.key)) ?? [], language, area) !== 'signed',
  )
  const shown = pageOf(left, page, SHORT_AT_ONCE)
  const rows = await Promise.all(
    shown.rows.map(async ({ key }) => entryOf({ permit, language, text: await presentText(key) }, area)),
  )
  return { ...shown, rows, total: left.length }
}

async function entryOf(opened: OpenedText, area: Area): Promise<ShortEntry> {
  const { text, language } = opened
  const state = await stateOf(opened)
  const hash = text.hashes[language]
  const seen = seenIn(currentSignatures(state.signatures, { language, area, hash }))
  const hindered = hindranceTo(opened, state, area)
  const proposals = mayStillChange(state.proposals, language)
  return { opened, ticked: { key: text.key, hash, seen }, proposals, hindered: hindered === 'unread' ? null : hindered }
}

/** An entry that was ticked and not signed. `title`: null if there is no such entry any more. */
export type Unsigned = { id: string; title: Localized | null; refusal: SignRefusal | { why: 'error'; code: ErrorCode } }

/**
 * Signs the ticked entries one by one. A tick counts as a reading, since the page shows each entry in full. An entry
 * that changed meanwhile, or that she may not sign, is returned in `unsigned`; the others are signed.
 */
export async function signShort(
  caller: Caller,
  { permit, language, area }: OpenedShort,
  ticked: readonly Ticked[],
  now: Date,
): Promise<{ signed: number; unsigned: Unsigned[] }> {
  const unsigned: Unsigned[] = []
  for (const { key, ...read } of ticked) {
    let title: Localized | null = null
    try {
      const opened = { permit, language, text: await presentText(key) }
      title = opened.text.title
      const may = await permitToSign(caller, opened, area)
      await noteReading(opened, read.hash, now)
      const refusal = await signText(may, read, now)
      if (refusal) unsigned.push({ id: key.id, title, refusal })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unsigned.push({ id: key.id, title, refusal: { why: 'error', code: error.code } })
    }
  }
  return { signed: ticked.length - unsigned.length, unsigned }
}
