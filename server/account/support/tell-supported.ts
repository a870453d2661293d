import 'server-only'
import type { SupportDeed } from '@/domain/letter/letter'
import { nameIn } from '@/domain/person/name-in'
import type { AccountRow } from '../../db/account/accounts'
import type { Db } from '../../db/client'
import { env } from '../../env'
import { storeNecessary } from '../../mail/store-letters'

type Done = {
  deed: SupportDeed
  /** Null from the server's command line. */
  why: string | null
  course?: string
  /** The page that the letter leads to, without its language: by default her account, which says who did it. */
  path?: string
}

/** Writes to the owner of an account what was done about it and why, in the transaction of the act. */
export async function tellSupported(
  tx: Db,
  account: AccountRow,
  { deed, why, course = '', path = '/account' }: Done,
  now: Date,
): Promise<void> {
  const { id: accountId, email: to, locale } = account
  const link = new URL(`/${locale}${path}`, env().publicUrl).href
  const about = { deed, why, course }
  const letter = { kind: 'supportActed', to, name: nameIn(account, locale), locale, link, about } as const
  await storeNecessary(tx, letter, { accountId }, now)
}
