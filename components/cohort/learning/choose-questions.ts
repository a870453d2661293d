import { needsReview, type QuestionReport } from '@/domain/cohort/statistics/learning-report'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Filter } from '../../ui/filter-form'

/** The filters in the query string. Unknown values are ignored. */
export type QuestionsAsked = { show: string | null; objective: string | null }

/** The filtered questions, and the filters. Only the objectives of questions in the report can be chosen. */
export function chooseQuestions(
  questions: readonly QuestionReport[],
  { file }: Pick<Course, 'file'>,
  asked: QuestionsAsked,
  locale: Locale,
  t: Translator,
): { questions: readonly QuestionReport[]; filters: readonly Filter[] } {
  const toCheck = asked.show === 'to-check'
  const met = new Set(questions.map(({ objective }) => objective))
  const objectives = file.objectives.filter(({ id }) => met.has(id))
  const chosen = objectives.find(({ id }) => id === asked.objective)?.id
  return {
    questions: questions.filter(
      (question) => (!toCheck || needsReview(question)) && (!chosen || question.objective === chosen),
    ),
    filters: [
      {
        name: 'show',
        label: t('cohorts.learning.show'),
        all: t('cohorts.learning.allQuestions'),
        choices: [{ value: 'to-check', label: t('cohorts.learning.toCheck'), chosen: toCheck }],
      },
      {
        name: 'objective',
        label: t('cohorts.learning.objective'),
        all: t('cohorts.learning.allObjectives'),
        choices: objectives.map(({ id, text }) => ({
          value: id,
          label: typeset(text[locale], locale),
          chosen: id === chosen,
        })),
      },
    ],
  }
}
