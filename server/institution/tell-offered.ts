import 'server-only'
import { randomBytes } from 'node:crypto'
import { offerLinkExpiry } from '@/domain/auth/role-offer'
import type { Letter } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { hashOf } from '../account/email-link'
import { findAccountByEmail } from '../db/account/accounts'
import { claimUntold, type NamedOffer, setOfferLink } from '../db/auth/role-offers'
import { type Db, db } from '../db/client'
import { findInstitution } from '../db/institution/institutions'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'

const AT_ONCE = 50

/**
 * Writes to the address which role is offered, with a link to the page on which to answer. If the address has no
 * account, the link opens one: whoever holds it has read a letter at that address.
 */
export async function tellOffered(
  tx: Db,
  { id, email, institutionId, role, expiresAt, ...typed }: NamedOffer & { id: string; expiresAt: Date },
  fallback: Locale,
  now: Date,
): Promise<void> {
  const [found, institution] = await Promise.all([
    findAccountByEmail(tx, email),
    institutionId === null ? null : findInstitution(tx, institutionId),
  ])
  // Before the address is confirmed, anybody could have typed the names on the account.
  const account = found?.confirmed ? found : null
  const locale = account?.locale ?? fallback
  const about = { institution: institution && nameIn(institution, locale), role, until: expiresAt.toISOString() }
  const known = account !== null || found?.disabled
  const letter: Letter<'roleOffered' | 'staffInvited'> = {
    kind: known ? 'roleOffered' : 'staffInvited',
    to: email,
    name: account ? nameIn(account, locale) : known ? '' : nameIn(typed, locale),
    locale,
    link: known
      ? new URL(`/${locale}/account/institutions`, env().publicUrl).href
      : await invitationLink(tx, id, locale, now),
    about,
  }
  await storeNecessary(tx, letter, { accountId: account?.id ?? null }, now)
}

async function invitationLink(tx: Db, offerId: string, locale: Locale, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await setOfferLink(tx, offerId, hashOf(token), offerLinkExpiry(now))
  const link = new URL(`/${locale}/offer`, env().publicUrl)
  link.searchParams.set('token', token)
  return link.href
}

/** Sends the letters for offers that a migration made from earlier roles. */
export async function tellUntold(now: Date): Promise<void> {
  const some = () =>
    db().$transaction(async (tx) => {
      const offers = await claimUntold(tx, AT_ONCE, now)
      for (const offer of offers) await tellOffered(tx, offer, 'ar', now)
      return offers.length
    })
  while ((await some()) === AT_ONCE);
}
