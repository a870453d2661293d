import 'server-only'
import { isLocale, type Locale } from '@/domain/locale'
import { PERSON_FUNCTIONS, type PersonFunction } from '@/domain/person/person-function'
import { invitationOf } from './accept-invitation'

/** What the roster says of an invited person. She can correct it when she opens her account. */
export type InvitedPerson = {
  /** The address that the invitation was sent to. */
  email: string
  /** Empty if the roster has none. */
  nameArabic: string
  nameLatin: string
  /** Null if the roster has none, or one that is not in the fixed list. */
  function: PersonFunction | null
  /** Court or office; empty if the roster has none. */
  institution: string
  locale: Locale
}

/**
 * The person that an invitation was sent to, for anyone who has its secret. Reading it does not use it up.
 *
 * @param secret the `token` of the link in the letter.
 * @returns null if the link does not work, or if the place belongs to an account already.
 */
export async function findInvitedPerson(secret: string, now: Date): Promise<InvitedPerson | null> {
  const member = (await invitationOf(secret, now))?.member
  if (!member || member.accountId !== null || member.status !== 'invited') return null
  const { email, nameArabic, nameLatin, institution, locale } = member
  const known = PERSON_FUNCTIONS.find((listed) => listed === member.function) ?? null
  return { email, nameArabic, nameLatin, function: known, institution, locale: isLocale(locale) ? locale : 'ar' }
}
