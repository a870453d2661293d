import type { Refused } from '@/app/http/form'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseSeminar } from '@/components/seminar/seminar-fields'
import { textFields } from '@/domain/form/form-fields'
import { reasonSchema } from '@/domain/form/reason'
import { readFormAct, readSeminar, type SeminarFields, typedSeminar } from '@/domain/seminar/seminar-form'
import type { Translator } from '@/i18n/translator'
import { formChoices, type SeminarChoices } from '@/server/seminar/save-seminar'

/** The values of the seminar, or the form to show again with another number of sittings. */
export type SeminarForm =
  | {
      fields: SeminarFields
      seen: number
      /** The review that she has confirmed. */
      reviewed: string
      /** The reason that she gave; null if it is missing or too long. */
      reason: string | null
      typed: Readonly<Record<string, string>>
    }
  | { redraw: FormState }

export function readSeminarForm(form: FormData, choices: SeminarChoices, t: Translator): SeminarForm | Refused {
  const act = readFormAct(form)
  const typed = typedSeminar(form, act)
  if (act.act !== 'save') return { redraw: { ...UNTOUCHED, values: typed } }
  const read = readSeminar(form, formChoices(choices))
  if ('problems' in read) return { refused: refuseSeminar(read.problems, typed, t) }
  const seen = Number(form.get('version'))
  const { reviewed, reason } = textFields(form, ['reviewed', 'reason'])
  const given = reasonSchema.safeParse({ reason }).data?.reason ?? null
  return { fields: read.fields, seen: Number.isInteger(seen) ? seen : 0, reviewed, reason: given, typed }
}
