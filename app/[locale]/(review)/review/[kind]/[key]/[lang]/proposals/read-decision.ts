import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { decisionSchema, readDecision, type WordingDecision } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Translator } from '@/i18n/translator'

/** Reads the decision on a proposal. @throws {AppError} invalid-input if the form was not made by its page */
export function readSentDecision(form: FormData, t: Translator): WordingDecision | Refused {
  const typed = readDecision(form)
  const { data, error } = decisionSchema.safeParse(typed)
  if (data) return data
  const { note, ...others } = fieldProblems(error)
  if (!note || Object.keys(others).length > 0) throw new AppError('invalid-input', 'decision')
  return { refused: refuseFields(t, { note }, typed) }
}
