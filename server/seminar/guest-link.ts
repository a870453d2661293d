import 'server-only'
import { z } from 'zod'
import { LOCALES } from '@/domain/locale'
import { seal, unseal } from '../auth/seal'
import { env } from '../env'

const guestSchema = z.strictObject({
  email: z.string(),
  nameArabic: z.string(),
  nameLatin: z.string(),
  locale: z.enum(LOCALES),
  until: z.number(),
  placeUntil: z.number().optional(),
})
type Sealed = z.infer<typeof guestSchema>
/**
 * A person known only by an address whose letters she reads. `until`: when the link expires. `placeUntil`: until when
 * it still opens the place that was taken with it.
 */
export type Guest = Omit<Sealed, 'until' | 'placeUntil'> & { until: Date; placeUntil?: Date }

const LONGEST_TOKEN = 2000
const DAY_MS = 86_400_000
/** A link that asks for a place. Nothing is stored before it is used. */
const ASKED_DAYS = 3
/** A link to a place works until some time after the seminar, so that attendance can still be claimed. */
const AFTER_DAYS = 30

export const askedUntil = (now: Date) => new Date(now.getTime() + ASKED_DAYS * DAY_MS)
export const placeUntil = ({ endsAt }: { endsAt: Date }) => new Date(endsAt.getTime() + AFTER_DAYS * DAY_MS)

/**
 * The link to the page of a place, for a person without a session. Its token is sealed with a key of this site and
 * bound to the seminar: it is of no use elsewhere, and signs nobody in.
 */
export async function guestLink(seminarId: string, guest: Guest): Promise<string> {
  const link = new URL(`/${guest.locale}/seminars/${seminarId}/registration`, env().publicUrl)
  link.searchParams.set('guest', await guestToken(seminarId, guest))
  return link.href
}

export async function guestToken(seminarId: string, { until, placeUntil, ...guest }: Guest): Promise<string> {
  const times = { until: until.getTime(), ...(placeUntil && { placeUntil: placeUntil.getTime() }) }
  return seal(JSON.stringify({ ...guest, ...times } satisfies Sealed), purpose(seminarId))
}

/** What a link proves. `asks`: it can still be used to ask for a place; else it only opens an existing one. */
export type Proof = Omit<Guest, 'until' | 'placeUntil'> & { asks: boolean }

/** The person to whom a link was sent; null if this site did not make it for that seminar, or if it has expired. */
export async function readGuest(token: string, seminarId: string, now: Date): Promise<Proof | null> {
  if (token.length > LONGEST_TOKEN) return null
  const text = await unseal(token, purpose(seminarId))
  if (text === null) return null
  const { until, placeUntil = until, ...guest } = guestSchema.parse(JSON.parse(text))
  const asks = until > now.getTime()
  return asks || placeUntil > now.getTime() ? { ...guest, asks } : null
}

// Bound to its purpose, so that no other sealed secret can be put in its place.
const purpose = (seminarId: string) => `seminar guest ${seminarId}`
