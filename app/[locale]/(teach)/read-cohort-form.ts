import type { Refused } from '@/app/http/form'
import { COHORT_FIELDS, cohortSchema, LONGEST_COHORT_NAME, readCohort } from '@/domain/cohort/cohort-fields'
import { readDeadlines } from '@/domain/cohort/deadline-form'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Translator } from '@/i18n/translator'
import type { CohortDraft } from '@/server/cohort/save-cohort'

/** @param steps the steps of the course that may have a deadline. */
export function readCohortForm(
  form: FormData,
  steps: readonly string[],
  copiedFromId: string | null,
  t: Translator,
): CohortDraft | Refused {
  const typed = readCohort(form)
  const { deadlines, wrong, typed: typedDays } = readDeadlines(form, steps)
  const tutorIds = form.getAll('tutors').filter((id) => typeof id === 'string')
  const { data, error } = cohortSchema.safeParse(typed)
  if (data && wrong.length === 0) return { fields: data, deadlines, tutorIds, copiedFromId }
  const problems = error ? fieldProblems(error) : {}
  const named = COHORT_FIELDS.flatMap((name) => {
    const problem = problems[name]
    if (!problem) return []
    const sentence =
      problem === 'too-long'
        ? t('fields.problems.too-long', { max: LONGEST_COHORT_NAME })
        : t(`fields.problems.${problem}`, { max: 0, min: 0 })
    return [{ name, sentence, text: t('fields.problemOf', { field: t(`cohorts.form.${name}`), problem: sentence }) }]
  })
  const days = wrong.map((name) => ({
    name,
    sentence: t('fields.problems.day'),
    text: t('fields.problemOf', { field: t('cohorts.form.deadlines'), problem: t('fields.problems.day') }),
  }))
  const all = [...named, ...days]
  return {
    refused: {
      summary: all.map(({ name, text }) => ({ name, text })),
      errors: Object.fromEntries(all.map(({ name, sentence }) => [name, sentence])),
      values: { ...typed, ...typedDays, tutors: tutorIds.join(' ') },
    },
  }
}
