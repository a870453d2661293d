import { z } from 'zod'
import { MOST_SEATS } from '../cohort/cohort-fields'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { linesSchema } from '../form/plain-lines'
import { LOCALES, type Locale } from '../locale'
import { type Day, daySchema, hourOf } from '../time/day'
import { GROUPS, type Texts } from './announcement'
import { fitsMarkup, refusedLinks } from './markup'

/** The names of the fields of each language. */
export const WORDS_FIELDS = {
  ar: { subject: 'subjectArabic', text: 'textArabic' },
  fr: { subject: 'subjectFrench', text: 'textFrench' },
  en: { subject: 'subjectEnglish', text: 'textEnglish' },
} as const satisfies Record<Locale, { subject: string; text: string }>

const NAMES = LOCALES.flatMap((locale) => Object.values(WORDS_FIELDS[locale]))

const subjectSchema = lineSchema(FIELD_LIMITS.subjectArabic)
const textSchema = linesSchema(FIELD_LIMITS.textArabic)
  .refine(fitsMarkup, { error: 'dense', abort: true })
  .refine((text) => refusedLinks(text).length === 0, 'link')

type Typed = Record<(typeof NAMES)[number], string>

/** The audience, unless people are named, and the words. A language is complete or empty; at least one is complete. */
export function announcementSchema(ofCohort: Locale) {
  return z
    .object({ audience: z.enum(GROUPS, 'choose'), ...wordsShape })
    .transform(({ audience, ...typed }, context) => ({ audience, texts: textsOf(typed, ofCohort, context) }))
}

const wordsShape = Object.fromEntries(NAMES.map((name) => [name, z.string()])) as Record<
  (typeof NAMES)[number],
  z.ZodString
>

function textsOf(typed: Typed, ofCohort: Locale, context: z.RefinementCtx): Texts {
  const texts: Texts = {}
  for (const locale of LOCALES) {
    const names = WORDS_FIELDS[locale]
    if (typed[names.subject].trim() === '' && typed[names.text].trim() === '') continue
    const subject = subjectSchema.safeParse(typed[names.subject])
    const text = textSchema.safeParse(typed[names.text])
    for (const [name, { error }] of [[names.subject, subject] as const, [names.text, text] as const])
      if (error) context.addIssue({ code: 'custom', path: [name], message: error.issues[0]?.message ?? 'required' })
    texts[locale] = { subject: subject.data ?? '', text: text.data ?? '' }
  }
  if (Object.keys(texts).length === 0)
    context.addIssue({ code: 'custom', path: [WORDS_FIELDS[ofCohort].text], message: 'required' })
  return texts
}

export function readAnnouncement(form: FormData) {
  return textFields(form, ['audience', 'to', 'draft', 'version', ...NAMES])
}

/** The ids of members that an address or a form names. */
export function readPeople(typed: string | null): string[] {
  const ids = z.array(z.uuid()).max(MOST_SEATS)
  return ids.safeParse([...new Set((typed ?? '').split(/[\s,]+/).filter(Boolean))]).data ?? []
}

/** The hours, in Morocco, for which letters may be scheduled. */
export const SENDING_HOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const

/** When it is sent: null is now. Not in the past, and not after the last day of the cohort. */
export function whenSchema(endsOn: Day, now: Date) {
  return z
    .object({ when: z.enum(['now', 'later'], 'choose'), day: z.string().trim(), hour: z.string() })
    .transform(({ when, day, hour }, context) => {
      if (when === 'now') return null
      const at = daySchema.safeParse(day).success ? hourOf(day, Number(hour)) : null
      const problem = at === null ? 'day' : at <= now || day > endsOn ? 'outside-cohort' : null
      if (problem) context.addIssue({ code: 'custom', path: ['day'], message: problem })
      if (!SENDING_HOURS.some((one) => String(one) === hour))
        context.addIssue({ code: 'custom', path: ['hour'], message: 'choose' })
      return at
    })
}

export function readWhen(form: FormData) {
  return textFields(form, ['when', 'day', 'hour'])
}
