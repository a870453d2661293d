import 'server-only'
import type { Recipient } from '../db/seminar/seminar-recipients'
import type { SeminarRow } from '../db/seminar/seminars'
import { env } from '../env'
import { guestLink, placeUntil } from './guest-link'

/** The address of a place, for a letter. To an address without an account it works without one. */
export async function placeLink(
  seminar: Pick<SeminarRow, 'id' | 'endsAt'>,
  { accountId, email, locale, nameArabic, nameLatin }: Omit<Recipient, 'id'>,
): Promise<string> {
  if (accountId !== null) return new URL(`/${locale}/seminars/${seminar.id}/registration`, env().publicUrl).href
  return guestLink(seminar.id, { email, locale, nameArabic, nameLatin, until: placeUntil(seminar) })
}
