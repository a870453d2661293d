import 'server-only'
import { PERSON_FUNCTIONS, type PersonFunction } from '@/domain/account/person-function'
import { isLocale, type Locale } from '@/domain/locale'
import { invitationOf } from './accept-invitation'

/** What her school says of a person whom it invited; she corrects it when she makes her account. */
export type InvitedPerson = {
  /** The address that the invitation was sent to. */
  email: string
  /** Empty where the list does not say it. */
  nameArabic: string
  nameLatin: string
  /** Null where the list names none, or one that is not of the closed list. */
  function: PersonFunction | null
  /** Court or office; empty where the list does not say it. */
  institution: string
  locale: Locale
}

/**
 * Who an invitation was sent to, for whoever holds its secret. Looking uses nothing up.
 *
 * @param secret the `token` of the letter's link.
 * @returns null when the link does not work, and when her place belongs to an account already.
 */
export async function findInvitedPerson(secret: string, now: Date): Promise<InvitedPerson | null> {
  const member = (await invitationOf(secret, now))?.member
  if (!member || member.accountId !== null || member.status !== 'invited') return null
  const { email, nameArabic, nameLatin, institution, locale } = member
  const known = PERSON_FUNCTIONS.find((one) => one === member.function) ?? null
  return { email, nameArabic, nameLatin, function: known, institution, locale: isLocale(locale) ? locale : 'ar' }
}
