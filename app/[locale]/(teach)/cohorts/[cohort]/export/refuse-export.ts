import type { FormState } from '@/components/form/form-state'
import { EXPORT_FIELDS } from '@/domain/cohort/export/export-form'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Translator } from '@/i18n/translator'

/** Gives the form back with the typed values and the errors. */
export function refuseExport(
  error: Parameters<typeof fieldProblems>[0],
  typed: FormState['values'],
  t: Translator,
): FormState {
  const problems = fieldProblems(error)
  const wrong = EXPORT_FIELDS.flatMap((name) => {
    const problem = problems[name]
    if (!problem) return []
    const length = name === 'reason' && problem !== 'characters'
    const sentence = length ? t('cohorts.export.reasonLength') : t(`fields.problems.${problem}`, { min: 0, max: 0 })
    return [{ name, sentence, text: t('fields.problemOf', { field: t(`cohorts.export.${name}`), problem: sentence }) }]
  })
  return {
    summary: wrong.map(({ name, text }) => ({ name, text })),
    errors: Object.fromEntries(wrong.map(({ name, sentence }) => [name, sentence])),
    values: typed,
  }
}
