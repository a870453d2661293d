import { z } from 'zod'
import { emptyAsNull } from '../form/empty-as-null'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { LOCALES } from '../locale'
import { emailSchema } from '../person/email'
import { nameArabicSchema, nameLatinSchema } from '../person/person-name'
import { AREAS, SCOPE_LIMITS } from '../signoff/scope'
import type { Part } from '../signoff/text-key'

/**
 * The form that offers to review texts.
 *
 * @param parts the existing courses and parts of the library.
 */
export function reviewerOfferSchema(parts: readonly Part[]) {
  return z.object({
    email: emailSchema,
    nameArabic: emptyAsNull(nameArabicSchema).transform((name) => name ?? ''),
    nameLatin: emptyAsNull(nameLatinSchema).transform((name) => name ?? ''),
    areas: several(AREAS),
    parts: several(parts),
    languages: several(LOCALES),
    reviewFunction: lineSchema(SCOPE_LIMITS.function),
    reviewBody: lineSchema(SCOPE_LIMITS.body),
  })
}

/** The ticked values, at least one. */
function several<T extends string>(values: readonly T[]) {
  return z
    .string()
    .transform((typed) => values.filter((value) => typed.split(' ').includes(value)))
    .refine((chosen) => chosen.length > 0, 'choose')
}

const BOXES = ['areas', 'parts', 'languages'] as const

/** The ticked boxes of a group become one string, so that a refused form can show them again. */
export function readReviewerOffer(form: FormData) {
  const typed = textFields(form, ['email', 'nameArabic', 'nameLatin', 'reviewFunction', 'reviewBody'])
  const ticked = BOXES.map((name) => [name, form.getAll(name).map(String).join(' ')])
  return { ...typed, ...(Object.fromEntries(ticked) as Record<(typeof BOXES)[number], string>) }
}
