import 'server-only'
import { compareTexts, type TextComparison, wordingIn } from '@/domain/editorial/compare-texts'
import type { Signed } from '@/domain/editorial/review-forms'
import { missingIn } from '@/domain/editorial/text-block'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { type Area, maySignText } from '@/domain/signoff/scope'
import type { TextKey } from '@/domain/signoff/text-key'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { inTransaction, sql } from '../db/client'
import {
  findOwnPart,
  findTextState,
  insertSignature,
  lockText,
  putReading,
  type SignatureRow,
  type TextState,
  withdrawSignature,
} from '../db/editorial/editorial-texts'
import type { Sql } from '../db/sql'
import { wordingOfHash } from './earlier-wording'
import { type OpenedText, signedAs } from './open-text'
import { type PresentText, presentText } from './present-text'
import { signBoxOf } from './sign-box'

/** Why a text was not signed. `changed`: since the page was shown; `comparison` says how, if that is known. */
export type SignRefusal =
  | { why: 'unread' | 'incomplete' | 'signed' }
  | { why: 'changed'; comparison: TextComparison | null }
  /** Somebody else has signed it meanwhile. She may sign it too, now that she knows. */
  | { why: 'seconded'; by: SignatureRow }

/** What keeps her from signing a text: a wording of hers is in it, or she has signed it for another area. */
export async function hindrances(
  sql: Sql,
  key: TextKey,
  { accountId, language, area }: { accountId: string; language: Locale; area: Area },
): Promise<{ proposed: boolean; otherArea: boolean }> {
  const { areas, wordings } = await findOwnPart(sql, accountId, key)
  return {
    proposed: wordings.some((one) => one === null || one === language),
    otherArea: areas.some((one) => one !== area),
  }
}

/** @throws {AppError} forbidden for her own text or for a second area, second-factor-required without a recent code */
export async function permitToSign(
  caller: Caller,
  { permit, text, language }: OpenedText,
  area: Area,
): Promise<Permit<'editorial:sign'>> {
  const { accountId } = permit.actor
  const held = await hindrances(sql(), text.key, { accountId, language, area })
  const target = { text: text.key, language, area, ...held }
  return requirePermission(caller, 'editorial:sign', target)
}

/**
 * What she has proposed or signed since hinders no withdrawal: whoever corrects a text that she signed must be able to
 * take her signature back.
 *
 * @throws {AppError} forbidden outside of her scope, second-factor-required without a recent code
 */
export function permitToWithdraw(
  caller: Caller,
  { text, language }: Pick<OpenedText, 'text' | 'language'>,
  area: Area,
): Promise<Permit<'editorial:sign'>> {
  const target = { text: text.key, language, area, proposed: false, otherArea: false }
  return requirePermission(caller, 'editorial:sign', target)
}

type Signing = Pick<SignatureRow, 'language' | 'area' | 'hash'>

/** The signatures of a hash in one language and area that were not withdrawn. */
export function currentSignatures(signatures: readonly SignatureRow[], of: Signing): SignatureRow[] {
  return signatures.filter(
    (one) => one.withdrawnAt === null && one.language === of.language && one.area === of.area && one.hash === of.hash,
  )
}

/** The signatures that a page showed, as a field of its form names them. */
export function seenIn(signatures: readonly SignatureRow[]): string {
  return signatures
    .map(({ id }) => id)
    .toSorted()
    .join(' ')
}

/** Why she cannot sign a text for an area, for the page to say before she tries; null if she can. */
export function hindranceTo(opened: OpenedText, state: TextState, area: Area) {
  const { permit, text, language } = opened
  const { accountId, roles } = permit.actor
  const scope = roles?.reviewer?.scope
  if (!scope || !maySignText(scope, text.key, language, area)) return 'scope'
  const { areas, hindered, read } = signBoxOf(opened, state)
  if (hindered) return hindered
  const own = areas.find((one) => one.area === area)
  if (!own) return 'otherArea'
  if (own.signed) return 'signed'
  const hers = state.signatures.some(
    (one) => one.accountId === accountId && one.withdrawnAt === null && one.area !== area,
  )
  return hers ? 'otherArea' : read ? null : 'unread'
}

/** Her signature with this id in this language, if it was not withdrawn. @throws {AppError} not-found */
export function signatureOf({ permit, language }: OpenedText, { signatures }: TextState, id: string): SignatureRow {
  const found = signatures.find(
    (one) =>
      one.id === id &&
      one.language === language &&
      one.accountId === permit.actor.accountId &&
      one.withdrawnAt === null,
  )
  if (!found) throw new AppError('not-found', 'signature that is not hers')
  return found
}

/** Records that she reached the end of the text that the page showed. @returns false if the text has changed since */
export async function noteReading({ permit, text, language }: OpenedText, hash: string, now: Date): Promise<boolean> {
  if (text.hashes[language] !== hash) return false
  await putReading(sql(), { key: text.key, language, accountId: permit.actor.accountId }, hash, now)
  return true
}

/**
 * Signs the present text in one language, if it is still the one that she read. The text is locked, so that the second
 * of two simultaneous signatures sees the first. @returns null if it was signed, else the reason
 *
 * @throws {AppError} forbidden if meanwhile a wording of hers is in the text, or she signed it for another area
 */
export async function signText(
  permit: Permit<'editorial:sign'>,
  { hash, seen }: Pick<Signed, 'hash' | 'seen'>,
  now: Date,
): Promise<SignRefusal | null> {
  const { text: key, language, area } = permit.target
  const { accountId } = permit.actor
  const text = await presentText(key)
  if (text.hashes[language] !== hash) return { why: 'changed', comparison: await changesSince(text, language, hash) }
  if (missingIn(text.blocks, language).length > 0) return { why: 'incomplete' }
  const wording = wordingIn(text.blocks, language)
  return inTransaction(async (tx) => {
    await lockText(tx, key)
    const state = await findTextState(tx, { key, language, accountId })
    const { proposed, otherArea } = await hindrances(tx, key, { accountId, language, area })
    if (proposed || otherArea) throw new AppError('forbidden', 'own text or second role')
    if (state.readHash !== hash) return { why: 'unread' }
    const counting = currentSignatures(state.signatures, { language, area, hash })
    const known = new Set(seen.split(' '))
    const first = counting.find((one) => !known.has(one.id) && one.accountId !== accountId)
    if (first) return { why: 'seconded', by: first }
    const row = { key, language, area, hash, signedAt: now, wording, ...signedAs(permit.actor) }
    return (await insertSignature(tx, row)) ? null : { why: 'signed' }
  })
}

async function changesSince(text: PresentText, language: OpenedText['language'], hash: string) {
  const before = await wordingOfHash(text.key, language, hash)
  return before && compareTexts(before, wordingIn(text.blocks, language))
}

/**
 * Withdraws her signature. It stays in the history, with the reason. @throws {AppError} not-found, also if it is not
 * hers or was withdrawn before
 */
export async function takeSignatureBack(
  { permit, text }: OpenedText,
  { signature, reason }: { signature: string; reason: string },
  now: Date,
): Promise<void> {
  const { accountId } = permit.actor
  const done = await withdrawSignature(sql(), { id: signature, key: text.key, accountId, reason }, now)
  if (!done) throw new AppError('not-found', 'signature that is not hers')
}
