import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { localeSchema } from '../locale'
import { AREAS } from '../signoff/scope'
import { readTextName, type TextKey } from '../signoff/text-key'

/** A language of a text and an area, as the address of an assignment's page and its form name them. */
const placeSchema = z.object({
  text: z.string().transform((name, context): TextKey => {
    const key = readTextName(name)
    if (!key) context.addIssue({ code: 'custom', message: 'text' })
    return key ?? { kind: 'lesson', id: '' }
  }),
  language: localeSchema,
  area: z.enum(AREAS),
})
export type AssignedPlace = z.infer<typeof placeSchema>

/** Null if they name nothing that could be assigned. */
export function readAssignedPlace(named: Readonly<Record<string, unknown>>): AssignedPlace | null {
  return placeSchema.safeParse(named).data ?? null
}

/** `who`: an account, the sender herself (`me`) or, if it is empty, nobody. */
export function readAssignment(form: FormData): { place: AssignedPlace | null; who: string | null } | null {
  const { who, ...named } = textFields(form, ['text', 'language', 'area', 'who'])
  const account = z.union([z.uuid(), z.literal('me'), z.literal('')]).safeParse(who).data
  return account === undefined ? null : { place: readAssignedPlace(named), who: account === '' ? null : account }
}
