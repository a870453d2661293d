import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { reasonSchema } from '@/domain/form/reason'
import type { Translator } from '@/i18n/translator'

/** Reads the form of an act that requires a reason. */
export function readReason(form: FormData, { t }: { t: Translator }): { reason: string } | Refused {
  const typed = textFields(form, ['reason'])
  const { data, error } = reasonSchema.safeParse(typed)
  return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
}
