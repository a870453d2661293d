import type { TableBatch } from '@/demo/population/table-batch'
import { daysAfter } from '@/demo/population/table-batch'
import { reportSurvey } from '@/domain/survey/survey-report'
import { SURVEY_TITLES, templateQuestions } from '@/domain/survey/templates'

const ANSWERS = 1000

/** A closed survey of a cohort with a thousand answers, half of them with a text. @returns its id. */
export function addSurvey(
  { tables, rng, now }: TableBatch,
  { institutionId, cohortId }: { institutionId: string; cohortId: string },
): string {
  const id = rng.uuid(now)
  const questions = templateQuestions('later-3', () => rng.uuid(now))
  const answers = Array.from({ length: ANSWERS }, (_, place) =>
    Object.fromEntries(
      questions.flatMap((question): [string, string | string[]][] => {
        if (question.kind === 'scale') return [[question.id, String(4 - (place % 4))]]
        if (question.kind === 'text')
          return place % 2 ? [[question.id, 'Plus de cas pratiques, et plus de temps.']] : []
        const option = question.options[place % question.options.length]?.id ?? ''
        return [[question.id, question.several ? [option] : option]]
      }),
    ),
  )
  const times = { createdAt: daysAfter(now, -40), openedAt: daysAfter(now, -35), closesAt: daysAfter(now, -5) }
  tables.Survey.push({
    ...{ id, institutionId, cohortId, kind: 'later-3', ...times, opensOn: daysAfter(now, -35), asked: 1200 },
    titles: JSON.stringify(SURVEY_TITLES['later-3']),
    questions: JSON.stringify(questions),
    figures: JSON.stringify(reportSurvey(questions, answers, 1200)),
  })
  for (const answer of answers)
    tables.SurveyAnswer.push({ id: rng.uuid(now), surveyId: id, answers: JSON.stringify(answer) })
  return id
}
