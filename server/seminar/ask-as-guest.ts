import 'server-only'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { spendLimit } from '../auth/limits'
import { db } from '../db/client'
import type { SeminarRow } from '../db/seminar/seminars'
import { storeNecessary } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { askedUntil, guestLink, placeUntil } from './guest-link'
import { seminarFacts } from './place-letters'

export type GuestFields = { email: string; nameArabic: string; nameLatin: string }

/**
 * Sends a link to an address for which a place is requested. Nothing is stored before the link is used, and the
 * response is the same whether the address has a place, an account or neither. @throws {AppError} too-many-requests
 */
export async function askAsGuest(
  seminar: SeminarRow,
  fields: GuestFields,
  { locale, address, now }: { locale: Locale; address: string; now: Date },
): Promise<void> {
  await spendLimit('seminar-guest', address, now)
  await spendLimit('mail', fields.email, now)
  const until = askedUntil(now)
  // Once she has taken a place, the same link opens it until after the seminar.
  const link = await guestLink(seminar.id, { ...fields, locale, until, placeUntil: placeUntil(seminar) })
  const name = nameIn(fields, locale)
  const about = seminarFacts(seminar, locale, { until })
  const letter = { kind: 'seminarConfirm', to: fields.email, name, locale, link, about } as const
  await storeNecessary(db(), letter, {}, now)
  await wake('mail')
}
