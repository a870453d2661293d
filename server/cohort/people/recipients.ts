import 'server-only'
import { isLocale, type Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { findNamedAccounts } from '../../db/account/accounts'
import type { Db } from '../../db/client'
import type { MemberRow } from '../../db/cohort/cohort-members'

type Place = Pick<MemberRow, 'accountId' | 'email' | 'nameArabic' | 'nameLatin' | 'locale'>
/** Who gets a letter, and the language in which it is written. */
export type Recipient = { email: string; name: string; locale: Locale }

/**
 * The recipients of letters about places in a cohort, in the same order: the owner of the account that a place is tied
 * to, otherwise the person whom the list names.
 */
export async function recipientsOf<P extends Place>(db: Db, places: readonly P[]): Promise<Recipient[]> {
  const ids = places.flatMap(({ accountId }) => accountId ?? [])
  const accounts = new Map((await findNamedAccounts(db, ids)).map((account) => [account.id, account]))
  return places.map((place) => {
    const { email, locale, ...names } = (place.accountId !== null && accounts.get(place.accountId)) || place
    const language = isLocale(locale) ? locale : 'ar'
    return { email, name: nameIn(names, language), locale: language }
  })
}

export async function recipientOf(db: Db, place: Place): Promise<Recipient> {
  const [recipient] = await recipientsOf(db, [place])
  if (!recipient) throw new Error('no recipient')
  return recipient
}
