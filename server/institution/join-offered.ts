import 'server-only'
import type { OpenAccount } from '@/domain/auth/open-account'
import type { Role } from '@/domain/auth/role'
import { offerState } from '@/domain/auth/role-offer'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import { openConfirmedAccount } from '../account/confirm-sign-up'
import { hashOf } from '../account/email-link'
import { signIn } from '../account/sign-in'
import { hashPassword } from '../auth/password'
import { findAccountByEmail } from '../db/account/accounts'
import { findOfferByLink, type OfferRow, spendOfferLink } from '../db/auth/role-offers'
import { db } from '../db/client'

/** The offer behind a link. `known`: the address has an account by now, with which she signs in. */
export type OfferedInvitee = {
  role: Role
  /** Null: the platform. */
  institution: Names | null
  expiresAt: Date
  email: string
  names: Names
  known: boolean
}

/** @returns null if the link does not work: it is unknown or too old, or the offer was answered or taken back. */
export async function offeredInvitee(token: string, now: Date): Promise<OfferedInvitee | null> {
  const offer = await findOfferByLink(db(), hashOf(token))
  if (!offer || !isOpen(offer, now)) return null
  const { role, institution, expiresAt, email, nameArabic, nameLatin, linkUsedAt } = offer
  const account = await findAccountByEmail(db(), email)
  const known = Boolean(account?.confirmed || account?.disabled)
  // The account that was opened with this link was deleted: the link does not open a second one.
  if (linkUsedAt !== null && !known) return null
  return { role, institution, expiresAt, email, names: { nameArabic, nameLatin }, known }
}

function isOpen(offer: OfferRow, now: Date): boolean {
  if (offerState(offer, now) !== 'waiting' || offer.institution?.archivedAt) return false
  return offer.linkUntil !== null && offer.linkUntil > now
}

/**
 * Opens an account for the address that an offer was sent to. The link itself is the permission: it proves that the
 * mailbox is the person's own. The role is not accepted yet.
 *
 * @param person what was typed with the offer, as she corrected it.
 * @returns the account, or null if the link does not work or the address has an account by now.
 */
export async function joinOffered(token: string, person: OpenAccount, now: Date): Promise<string | null> {
  const { password, ...profile } = person
  const passwordHash = await hashPassword(password)
  const opened = db().$transaction(async (tx) => {
    if (!(await spendOfferLink(tx, hashOf(token), now))) throw new AppError('link-expired', 'used, ended or too old')
    const accountId = await openConfirmedAccount(tx, { ...profile, passwordHash }, now)
    if (accountId === null) throw new AppError('link-expired', 'the address has an account')
    return accountId
  })
  return opened.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'link-expired') return null
    throw error
  })
}

/** For a form that was sent twice: if the password is the one that the first one set, the outcome is the same. */
export async function enterOffered(
  token: string,
  password: string,
  visit: { address: string; now: Date },
): Promise<string | null> {
  const offer = await findOfferByLink(db(), hashOf(token))
  if (!offer?.linkUsedAt || password === '') return null
  const outcome = await signIn({ email: offer.email, password }, visit)
  return outcome.status === 'signed-in' ? outcome.accountId : null
}
