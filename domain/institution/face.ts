import { z } from 'zod'
import { emptyAsNull } from '../form/empty-as-null'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { isPlain, lineSchema } from '../form/plain-line'
import { emailSchema } from '../person/email'
import { nameArabicSchema, nameLatinSchema } from '../person/person-name'
import { daySchema } from '../time/day'

const inArabic = (line: string) => isPlain(line) && /\p{Script=Arabic}/u.test(line)
const inLatin = (line: string) => isPlain(line) && /\p{Script=Latin}/u.test(line)
const isPhone = (line: string) => /^\+?[\d ().-]{5,}$/.test(line) && /\d{3}/.test(line.replace(/\D/g, ''))

/** The public details of an institution besides its Arabic and French names. Every field may be empty. */
export const faceSchema = z
  .object({
    /** The version that the form showed, so that another administrator's change is not overwritten. */
    version: z.coerce.number().int().nonnegative(),
    nameEnglish: emptyAsNull(lineSchema(FIELD_LIMITS.nameEnglish, inLatin, 'name-latin')),
    addressArabic: emptyAsNull(lineSchema(FIELD_LIMITS.addressArabic, inArabic, 'name-arabic')),
    addressLatin: emptyAsNull(lineSchema(FIELD_LIMITS.addressLatin, inLatin, 'name-latin')),
    helpEmail: emptyAsNull(emailSchema),
    helpPhone: emptyAsNull(lineSchema(FIELD_LIMITS.helpPhone, isPhone)),
  })
  .superRefine(({ addressArabic, addressLatin }, context) => {
    // A paper is in both languages.
    if (addressLatin && !addressArabic)
      context.addIssue({ code: 'custom', path: ['addressArabic'], message: 'required' })
    if (addressArabic && !addressLatin)
      context.addIssue({ code: 'custom', path: ['addressLatin'], message: 'required' })
  })
export type FaceFields = z.infer<typeof faceSchema>

export function readFaceFields(form: FormData) {
  return textFields(form, ['version', 'nameEnglish', 'addressArabic', 'addressLatin', 'helpEmail', 'helpPhone'])
}

const day = z
  .string()
  .trim()
  .refine((text) => daySchema.safeParse(text).success, 'day')

/** A person who signs the papers of an institution, from a day to a day. */
export const signatorySchema = z
  .object({
    nameArabic: nameArabicSchema,
    nameLatin: nameLatinSchema,
    titleArabic: lineSchema(FIELD_LIMITS.titleArabic, inArabic, 'name-arabic'),
    titleLatin: lineSchema(FIELD_LIMITS.titleLatin, inLatin, 'name-latin'),
    fromDay: day,
    /** Null: until further notice. */
    toDay: emptyAsNull(day),
  })
  .superRefine(({ fromDay, toDay }, context) => {
    if (toDay !== null && toDay < fromDay)
      context.addIssue({ code: 'custom', path: ['toDay'], message: 'before-start' })
  })
export type SignatoryFields = z.infer<typeof signatorySchema>

export function readSignatoryFields(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin', 'titleArabic', 'titleLatin', 'fromDay', 'toDay'])
}

type Span = Pick<SignatoryFields, 'fromDay' | 'toDay'>

/** Whether two people would sign on the same day. Then it would be unclear whose name a paper shows. */
export function overlap(one: Span, other: Span): boolean {
  const startsBeforeEnd = (a: Span, b: Span) => b.toDay === null || a.fromDay <= b.toDay
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}

/** How many signatories an institution may have, including past ones. */
export const MOST_SIGNATORIES = 40
