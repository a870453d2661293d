import 'server-only'
import { AppError } from '@/domain/errors'
import { nameIn } from '@/domain/person/name-in'
import { findAccount } from '../db/account/accounts'
import type { Tx } from '../db/client'
import { findInstitution } from '../db/institution/institutions'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'

/**
 * Tells the owner of an account by a letter that an account at an institution was linked to it, or no longer is.
 * Somebody who acts in her name without her knowledge uses her browser, but can seldom read her e-mail.
 */
export async function tellOwner(
  tx: Tx,
  kind: 'schoolAccountLinked' | 'schoolAccountUnlinked',
  { accountId, institutionId }: { accountId: string; institutionId: string },
  now: Date,
): Promise<void> {
  const [account, institution] = [await findAccount(tx, accountId), await findInstitution(tx, institutionId)]
  if (!account || !institution) throw new AppError('conflict', 'account or institution gone')
  const { email: to, locale } = account
  const about = { institution: nameIn(institution, locale) }
  const link = new URL(`/${locale}/account#school-accounts`, env().publicUrl).href
  await storeNecessary(tx, { kind, to, name: nameIn(account, locale), locale, link, about }, { accountId }, now)
}
