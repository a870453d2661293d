import 'server-only'
import { gainReportSchema } from '@/domain/cohort/statistics/gain-report'
import { poolAgreeing, poolMeans, poolResponse } from '@/domain/survey/level-report'
import type { LearningLevel, Levels, SurveyLevel } from '@/domain/survey/levels'
import type { SurveyKind, SurveyQuestion } from '@/domain/survey/survey'
import { agreeingRate, type SurveyReport, surveyReportSchema } from '@/domain/survey/survey-report'
import { templateScales } from '@/domain/survey/templates'
import type { Permit } from '../auth/permit'
import { coursesOf, inCourse } from '../cohort/courses'
import { cohortGain } from '../cohort/tests/cohort-gain'
import { db } from '../db/client'
import { findNewestTests } from '../db/cohort/closed-groups'
import type { CohortRow } from '../db/cohort/cohorts'
import { findSurveyFigures } from '../db/survey/surveys'

type Closed = { institutionId: string; kind: SurveyKind; questions: readonly SurveyQuestion[]; report: SurveyReport }
const LATER = ['later-3', 'later-6'] as const

/** The levels of a cohort: the newest closed survey of each kind, and the current results of its tests. */
export async function cohortLevels(permit: Permit<'statistics:read'>, cohort: CohortRow, now: Date): Promise<Levels> {
  const closed = await closedSurveys({ cohortId: cohort.id })
  const newest = (kind: SurveyKind) => {
    const survey = closed.findLast((one) => one.kind === kind)
    return survey ? [levelOf(survey)] : []
  }
  return {
    reaction: newest('reaction'),
    learning: await learningOf(permit, cohort, now),
    behaviour: LATER.flatMap(newest),
  }
}

function levelOf({ kind, questions, report }: Closed): SurveyLevel {
  const { response } = report
  return {
    kind,
    response: response.status === 'shown' ? { asked: response.value.asked, answered: response.people } : null,
    statements: questions.flatMap((question) => {
      const figure = report.questions.find(({ id }) => id === question.id)
      return figure?.kind === 'scale' ? [{ key: question.id, text: question.text, rate: agreeingRate(figure) }] : []
    }),
  }
}

async function learningOf(permit: Permit<'statistics:read'>, cohort: CohortRow, now: Date): Promise<LearningLevel[]> {
  const courses = await coursesOf(cohort)
  const measured = await Promise.all(
    courses.map(async ({ courseId, release }): Promise<LearningLevel[]> => {
      const gain = await cohortGain(permit, inCourse(cohort, courseId), now)
      if (gain.status !== 'measured' || gain.report.means.status !== 'shown') return []
      const { people, value } = gain.report.means
      const { before, after } = value
      return [{ title: release.course.file.title, people, before, after, dropOuts: gain.report.dropOuts }]
    }),
  )
  return measured.flat()
}

/** The same for the whole country: only the statements of the templates, over all surveys that show their figures. */
export async function nationLevels(_: Permit<'nation:read'>): Promise<Levels> {
  const closed = await closedSurveys({})
  const level = (kind: SurveyKind) =>
    pooledLevel(
      kind,
      closed.filter((one) => one.kind === kind),
    )
  const tests = (await findNewestTests(db())).map(({ institutionId, figures }) => ({
    institutionId,
    figure: gainReportSchema.parse(figures),
  }))
  const means = poolMeans(tests)
  return {
    reaction: [level('reaction')],
    learning: means ? [{ title: null, ...means, dropOuts: null }] : [],
    behaviour: LATER.map(level),
  }
}

function pooledLevel(kind: SurveyKind, closed: readonly Closed[]): SurveyLevel {
  const statements = templateScales(kind).map(({ key, text }) => {
    const rates = closed.flatMap(({ institutionId, questions, report }) => {
      const id = questions.find(({ template }) => template === key)?.id
      const figure = report.questions.find((one) => one.id === id)
      return figure?.kind === 'scale' ? [{ institutionId, figure: agreeingRate(figure) }] : []
    })
    return { key, text, rate: poolAgreeing(rates, key) }
  })
  const responses = closed.map(({ institutionId, report }) => ({ institutionId, figure: report.response }))
  return { kind, response: poolResponse(responses), statements }
}

async function closedSurveys(where: { cohortId?: string }): Promise<Closed[]> {
  const rows = await findSurveyFigures(db(), where)
  return rows.map(({ figures, ...survey }) => ({ ...survey, report: surveyReportSchema.parse(figures) }))
}
