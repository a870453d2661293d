import 'server-only'
import type { Person } from '@/domain/auth/policy'
import type { Reviewing } from '@/domain/auth/roles-held'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { readReviewPath, reviewPath } from '@/domain/signoff/text-key'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { sql } from '../db/client'
import { type BankState, findBankState } from '../db/editorial/bank-openings'
import { findTextState, type TextState } from '../db/editorial/editorial-texts'
import { type PresentText, presentText } from './present-text'

/** A text that a reviewer may read, in one language. */
export type OpenedText = {
  permit: Permit<'editorial:read'>
  language: Locale
  text: PresentText
}

type Address = { kind: string; key: string; lang: string }

/**
 * The text of an address, for a person who may read it. A bank she must have opened before.
 *
 * @throws {AppError} sign-in-required, unconfirmed, second-factor-missing, second-factor-required, not-found;
 * bank-closed while she sits the exam; bank-unopened, with the page on which she can open it
 */
export async function openText(caller: Caller, address: Address): Promise<OpenedText> {
  const { opened, bank } = await openTextOrBank(caller, address)
  if (bank && bank.openedAt === null) {
    throw new AppError('bank-unopened', 'bank that was not opened', reviewPath(opened.text.key, opened.language))
  }
  return opened
}

/** Like `openText`, but for a bank returns its standing, opened or not. @throws {AppError} the same but bank-unopened */
export async function openTextOrBank(
  caller: Caller,
  { kind, key: id, lang }: Address,
): Promise<{ opened: OpenedText; bank: BankState | null }> {
  const asked = readReviewPath(kind, id, lang)
  if (!asked) throw new AppError('not-found', 'text')
  const permit = await forbiddenAsNotFound(requirePermission(caller, 'editorial:read', { text: asked.key }))
  const text = await presentText(asked.key)
  const bank = asked.key.kind === 'bank' ? await findBankState(sql(), permit.actor.accountId, asked.key.id) : null
  if (bank?.underWay) throw new AppError('bank-closed', 'exam under way')
  return { opened: { permit, language: asked.language, text }, bank }
}

/**
 * Like `openText`, for a person who may comment on the text. @throws {AppError} the same as `openText`
 */
export async function openTextToWrite(
  caller: Caller,
  address: Address,
): Promise<{ opened: OpenedText; permit: Permit<'editorial:comment'> }> {
  const opened = await openText(caller, address)
  const permit = await forbiddenAsNotFound(requirePermission(caller, 'editorial:comment', { text: opened.text.key }))
  return { opened, permit }
}

/** Like `openText`, for a person who may propose another wording. @throws {AppError} the same as `openText` */
export async function openTextToPropose(
  caller: Caller,
  address: Address,
): Promise<{ opened: OpenedText; permit: Permit<'editorial:propose'> }> {
  const opened = await openText(caller, address)
  const permit = await forbiddenAsNotFound(requirePermission(caller, 'editorial:propose', { text: opened.text.key }))
  return { opened, permit }
}

/** Turns forbidden into not-found: a person who may not read a text must not learn that it exists. */
export async function forbiddenAsNotFound<T>(permit: Promise<T>): Promise<T> {
  try {
    return await permit
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw new AppError('not-found', error.message)
    throw error
  }
}

export function stateOf({ permit, language, text }: OpenedText): Promise<TextState> {
  return findTextState(sql(), { key: text.key, language, accountId: permit.actor.accountId })
}

/** The review role of a person, with her function and body. @throws {AppError} forbidden if she has none */
export function reviewerOf(actor: Person): Reviewing {
  const reviewer = actor.roles?.reviewer
  if (!reviewer) throw new AppError('forbidden', 'no scope')
  return reviewer
}

/** The author that is stored with what a reviewer writes. */
export function signedAs(actor: Person): { accountId: string; signer: string; function: string; body: string } {
  const { scope, signer } = reviewerOf(actor)
  return { accountId: actor.accountId, signer, function: scope.function, body: scope.body }
}
