import 'server-only'
import type { Letter } from '@/domain/account/letter'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import { findAccountByEmail } from '../db/accounts'
import { type Db, db } from '../db/client'
import { findInstitution } from '../db/institutions'
import { insertMail } from '../db/mails'
import { claimUntold, type Offered } from '../db/role-offers'
import { env } from '../env'

const AT_ONCE = 50

/** Writes to the address what is offered, with the way to the page where it is answered. */
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
  // Names on an account that nobody has confirmed are anybody's words.
  const account = found?.confirmed ? found : null
  const locale = account?.locale ?? fallback
  const letter: Letter = {
    kind: 'roleOffered',
    to: email,
    name: account ? nameIn(account, locale) : '',
    locale,
    link: new URL(`/${locale}/account/institutions`, env().publicUrl).href,
    about: { institution: institution && nameIn(institution, locale), role, until: expiresAt.toISOString() },
  }
  await insertMail(tx, letter, { accountId: account?.id ?? null }, now)
}

/** Writes the letters of offers that a migration made of earlier roles. */
export async function tellUntold(now: Date): Promise<void> {
  const some = () =>
    db().$transaction(async (tx) => {
      const offers = await claimUntold(tx, AT_ONCE, now)
      for (const offer of offers) await tellOffered(tx, offer, 'ar', now)
      return offers.length
    })
  while ((await some()) === AT_ONCE);
}
