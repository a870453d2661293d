import 'server-only'
import { compareTexts, type TextComparison, wordingIn } from '@/domain/editorial/compare-texts'
import type { Signed } from '@/domain/editorial/review-forms'
import { type Area, signsText } from '@/domain/editorial/scope'
import { missingIn } from '@/domain/editorial/text-block'
import type { TextKey } from '@/domain/editorial/text-key'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
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
} from '../db/editorial-texts'
import type { Sql } from '../db/sql'
import { wordingOfHash } from './earlier-wording'
import { type OpenedText, signedAs } from './open-text'
import { type PresentText, presentText } from './present-text'
import { signBoxOf } from './sign-box'

/** Why a text is not signed now. `changed`: since the page was shown, with what changed if that is known. */
export type SignRefusal =
  | { why: 'unread' | 'incomplete' | 'signed' }
  | { why: 'changed'; comparison: TextComparison | null }
  /** Somebody else has signed it meanwhile. She may sign it too, now that she knows. */
  | { why: 'seconded'; by: SignatureRow }

/** What keeps her from signing a text at all: a wording of hers stands in it, or she has signed it in another role. */
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

/** @throws {AppError} forbidden for her own text or in a second role, second-factor-required without a code of late */
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

type Signing = Pick<SignatureRow, 'language' | 'area' | 'hash'>

/** The signatures of one language and area that count for a hash now. */
export function standingFor(signatures: readonly SignatureRow[], of: Signing): SignatureRow[] {
  return signatures.filter(
    (one) => one.withdrawnAt === null && one.language === of.language && one.area === of.area && one.hash === of.hash,
  )
}

/** How a form names the signatures that its page showed. */
export function seenIn(signatures: readonly SignatureRow[]): string {
  return signatures
    .map(({ id }) => id)
    .toSorted()
    .join(' ')
}

/** Why she cannot sign a text for an area, as its page says before she tries; null if nothing hinders her. */
export function hindranceTo(opened: OpenedText, state: TextState, area: Area) {
  const { permit, text, language } = opened
  const { accountId, roles } = permit.actor
  const scope = roles?.reviewer?.scope
  if (!scope || !signsText(scope, text.key, language, area)) return 'scope'
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

/** A signature of hers on this text that stands. @throws {AppError} not-found */
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

/** Notes that she came to the end of the text that the page showed. A text that has changed since is not read. */
export async function noteReading({ permit, text, language }: OpenedText, hash: string, now: Date): Promise<boolean> {
  if (text.hashes[language] !== hash) return false
  await putReading(sql(), { key: text.key, language, accountId: permit.actor.accountId }, hash, now)
  return true
}

/**
 * Signs one language of a text, as it is now, if it still is what she read. Under a lock on the text, so that of two who
 * sign at once the second sees the first.
 *
 * @throws {AppError} forbidden if meanwhile a wording of hers stands in the text, or she signed it in another role
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
    const counting = standingFor(state.signatures, { language, area, hash })
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

/** Takes a signature of hers back. It stays in the history, with its reason. @throws {AppError} not-found, not hers or withdrawn */
export async function takeSignatureBack(
  { permit, text }: OpenedText,
  { signature, reason }: { signature: string; reason: string },
  now: Date,
): Promise<void> {
  const { accountId } = permit.actor
  const done = await withdrawSignature(sql(), { id: signature, key: text.key, accountId, reason }, now)
  if (!done) throw new AppError('not-found', 'signature that is not hers')
}
