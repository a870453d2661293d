import 'server-only'
import type { Letter } from '@/domain/account/letter'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import { findAccountByEmail } from '../db/accounts'
import { type Db, db } from '../db/client'
import { findInstitution } from '../db/institutions'
import { claimUntold, type Offered } from '../db/role-offers'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'

const AT_ONCE = 50

/** Writes to the address which role is offered, with a link to the page on which to answer. */
export async function tellOffered(
  tx: Db,
  { email, institutionId, role, expiresAt }: Offered & { expiresAt: Date },
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
  const letter: Letter<'roleOffered'> = {
    kind: 'roleOffered',
    to: email,
    name: account ? nameIn(account, locale) : '',
    locale,
    link: new URL(`/${locale}/account/institutions`, env().publicUrl).href,
    about: { institution: institution && nameIn(institution, locale), role, until: expiresAt.toISOString() },
  }
  await storeNecessary(tx, letter, { accountId: account?.id ?? null }, now)
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
