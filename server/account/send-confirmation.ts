import 'server-only'
import { isLocale } from '@/domain/locale'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail, findEntrant } from '../db/account/accounts'
import { findLastSignUp, type SignUpRow } from '../db/account/sign-ups'
import { db } from '../db/client'
import { post } from '../mail/post'
import { letterTo, makeConfirmLink } from './email-link'
import type { Visit } from './request-info'

/**
 * Sends a new confirmation link if the address has an unconfirmed sign-up. The caller cannot tell whether it does.
 * @throws {AppError} too-many-requests
 */
export async function sendConfirmationAgain(email: string, next: string | null, visit: Visit): Promise<void> {
  const { address, now, later } = visit
  await spendLimit('confirm-again', address, now)
  await spendLimit('mail', email, now)

  later(() => postConfirmation(email, next, now))
}

/** Writes only to an address with an unconfirmed sign-up. */
export async function postConfirmation(email: string, next: string | null, now: Date): Promise<void> {
  const waiting = await findWaiting(email, now)
  if (waiting) await post(letterTo(waiting, 'confirm', await makeConfirmLink(waiting, now, next)), now)
}

/** The unconfirmed sign-up of an address, or its unconfirmed account. */
export async function findWaiting(email: string, now: Date): Promise<SignUpRow | null> {
  const account = await findAccountByEmail(db(), email)
  if (account?.confirmed || account?.disabled) return null
  const signUp = await findLastSignUp(db(), email, now)
  if (signUp || !account) return signUp
  // An unconfirmed account from before sign-ups had a table of their own.
  const entrant = await findEntrant(db(), account.id)
  if (!entrant) return null
  const { id, locale, ...typed } = entrant
  return { ...typed, locale: isLocale(locale) ? locale : 'ar' }
}
