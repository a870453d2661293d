import { z } from 'zod'
import { emptyAsNull } from '../form/empty-as-null'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { isPlain, lineSchema } from '../form/plain-line'
import { REFERRAL_ROLES, type ReferralRole } from '../library/referral'
import { emailSchema } from '../person/email'
import { type Day, dayOf, daySchema, startOfDay } from '../time/day'
import { readPhone } from './phone'

/** Each has its words under `contacts.states`. `withdrawn`: by the institution or, if it was shown, by the platform. */
export type ContactState = 'proposed' | 'accepted' | 'refused' | 'withdrawn' | 'superseded'

/** How many contacts of an institution may be shown or await a decision. */
export const MOST_CONTACTS = 60
/** How many days before it expires the institution may confirm a contact, and is reminded to. */
export const NEAR_DAYS = 30
const DAY_MS = 86_400_000
/** An older source does not prove the present state. */
const OLDEST_SOURCE = '2000-01-01'

const inArabic = (line: string) => isPlain(line) && /\p{Script=Arabic}/u.test(line)
const inLatin = (line: string) => isPlain(line) && /\p{Script=Latin}/u.test(line)

const phone = z.string().transform((typed, context) => {
  const read = readPhone(typed)
  if (!read) context.addIssue({ code: 'custom', message: 'phone' })
  return read?.number ?? ''
})
// A name and a password before the host would make a link look like one to another site.
const sourceUrl = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'link' })
  .refine((url) => URL.parse(url)?.username === '', 'link')
  .max(FIELD_LIMITS.sourceUrl, 'too-long')

const schema = z.object({
  service: z.enum(REFERRAL_ROLES, 'choose'),
  nameArabic: lineSchema(FIELD_LIMITS.institution, inArabic, 'name-arabic'),
  nameLatin: lineSchema(FIELD_LIMITS.institution, inLatin, 'name-latin'),
  phone: emptyAsNull(phone),
  email: emptyAsNull(emailSchema),
  addressArabic: emptyAsNull(lineSchema(FIELD_LIMITS.addressArabic, inArabic, 'name-arabic')),
  addressLatin: emptyAsNull(lineSchema(FIELD_LIMITS.addressLatin, inLatin, 'name-latin')),
  hoursArabic: emptyAsNull(lineSchema(FIELD_LIMITS.hoursArabic, inArabic, 'name-arabic')),
  hoursLatin: emptyAsNull(lineSchema(FIELD_LIMITS.hoursLatin, inLatin, 'name-latin')),
  source: lineSchema(FIELD_LIMITS.source),
  sourceUrl: emptyAsNull(sourceUrl),
  sourceDay: z
    .string()
    .trim()
    .refine((text) => daySchema.safeParse(text).success, 'day'),
})
export type ContactFields = z.infer<typeof schema>
export const CONTACT_FIELDS = Object.keys(schema.shape) as (keyof ContactFields)[]

/** The form of a proposal. @param today a source cannot be of a later day. */
export function contactSchema(today: Day) {
  return schema.superRefine((given, context) => {
    const refuse = (path: keyof ContactFields, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (!given.phone && !given.email && !given.addressArabic && !given.addressLatin) refuse('phone', 'reach')
    // Nearly every short number is in use, so the person who decides must be able to check it at its source.
    if (given.phone && readPhone(given.phone)?.short && !given.sourceUrl) refuse('sourceUrl', 'short-number')
    if (given.sourceDay > today || given.sourceDay < OLDEST_SOURCE) refuse('sourceDay', 'not-past')
  })
}

export function readContact(form: FormData) {
  return textFields(form, CONTACT_FIELDS)
}

/** The boxes that a person must tick to accept a contact, after she has opened its source. */
export const SOURCE_CHECKS = ['sourceOpened', 'sourceNames'] as const
const ticked = z.literal('yes', 'required')
export const sourceChecksSchema = z.object({ sourceOpened: ticked, sourceNames: ticked })

/** The first moment at which a contact is no longer shown: midnight, when the same day of the next year begins. */
export function expiryOf(confirmedAt: Date): Date {
  const [year = '', month = '', day = ''] = dayOf(confirmedAt).split('-')
  // The year after a leap year has no 29 February.
  const date = month === '02' && day === '29' ? '28' : day
  return startOfDay(`${Number(year) + 1}-${month}-${date}`)
}

/** The last day on which it is shown, in Morocco. */
export function lastDayOf(expiresAt: Date): Day {
  return dayOf(new Date(expiresAt.getTime() - 1))
}

/** The moment from which an institution may confirm a contact that expires at `expiresAt`. */
export function nearFrom(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - NEAR_DAYS * DAY_MS)
}

/** Contacts that expire before this moment are near their end. */
export function nearUntil(now: Date): Date {
  return new Date(now.getTime() + NEAR_DAYS * DAY_MS)
}

/**
 * The state of a contact now, each with its words under `contacts.states`. `lapsed`: it has expired and must be
 * confirmed. `elsewhere`: the institution has moved to another region, and cannot decide about this one.
 */
export type ContactStatus = ContactState | 'near' | 'lapsed' | 'elsewhere'

type Placed = { state: ContactState; region: string; expiresAt: Date | null }

export function contactStatus({ state, region, expiresAt }: Placed, own: string | null, now: Date): ContactStatus {
  if (state === 'proposed' || state === 'accepted') {
    if (region !== own) return 'elsewhere'
    if (state === 'proposed') return 'proposed'
    if (!expiresAt || expiresAt <= now) return 'lapsed'
    return nearFrom(expiresAt) <= now ? 'near' : 'accepted'
  }
  return state
}

/** A contact as everybody may see it. */
export type ShownContact = ContactFields & {
  id: string
  region: string
  roles: readonly ReferralRole[]
  /** The institution that proposed it. */
  institutionArabic: string
  institutionLatin: string
  decidedAt: Date
  confirmedAt: Date
  expiresAt: Date
}
/** An expired contact: its roles and its region. Its number is not shown until it is confirmed. */
export type LapsedContact = { id: string; region: string; roles: readonly ReferralRole[]; lapsed: true }
export type RegionalContacts = { shown: readonly ShownContact[]; lapsed: readonly LapsedContact[] }
