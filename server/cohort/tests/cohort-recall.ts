import 'server-only'
import type { CohortRecall } from '@/domain/cohort/cohort-figures'
import { RECALL_FORMS, type RecallForm, recallDays } from '@/domain/cohort/recall'
import { type RecallReport, recallReportSchema, reportRecall } from '@/domain/cohort/statistics/recall-report'
import { reservedForRetention } from '@/domain/course/reserved-for-retention'
import { dayOf } from '@/domain/time/day'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { db, sql } from '../../db/client'
import { findClosedGroups, type GroupsOf, insertClosedGroup } from '../../db/cohort/closed-groups'
import type { CohortInCourse } from '../../db/cohort/cohorts'
import { countAskedRecall, findRecall, type RecallRow } from '../../db/cohort/recall-tests'
import { findTestsTaken } from '../../db/cohort/tests-taken'
import { gradeTest, resamplingOf } from './cohort-gain'
import { placeOf, releaseToRecall } from './draw-recalls'

/**
 * The state of each recall test of a course of a cohort, in the order of the days. @see docs/decisions/0045-recall.md
 */
export async function cohortRecall(
  _: Permit<'statistics:read'>,
  cohort: CohortInCourse,
  now: Date,
): Promise<readonly CohortRecall[]> {
  return Promise.all(RECALL_FORMS.map((form) => stateOf(cohort, form, now)))
}

async function stateOf(cohort: CohortInCourse, form: RecallForm, now: Date): Promise<CohortRecall> {
  const test = await findRecall(db(), placeOf(cohort), form)
  if (!test) return notAsked(cohort, form, now)
  const { closesAt, questions } = test
  if (now < closesAt) return { form, status: 'open', closesAt }
  return { form, status: 'measured', closesAt, questions: questions.length, report: await reportOf(cohort, test) }
}

async function notAsked(cohort: CohortInCourse, form: RecallForm, now: Date): Promise<CohortRecall> {
  const { course } = await releaseToRecall(cohort)
  if (reservedForRetention(course).size === 0) return { form, status: 'impossible' }
  const days = recallDays(form, cohort)
  return dayOf(now) > days.last ? { form, status: 'not-asked' } : { form, status: 'planned', ...days }
}

/**
 * The report on a test that has closed. The first reader makes it, and it is stored unchanged: if it were made anew
 * after a person has deleted her account, the difference would be about her.
 */
async function reportOf(cohort: CohortInCourse, test: RecallRow): Promise<RecallReport> {
  const of: GroupsOf = { ...placeOf(cohort), answers: test.form }
  const kept = () => findClosedGroups(db(), of).then(([group]) => group && recallReportSchema.parse(group.figures))
  const before = await kept()
  if (before) return before
  const figures = await measure(cohort, test)
  const { releaseId, closesAt: until } = test
  const isFirst = await insertClosedGroup(db(), of, { number: 1, releaseId, until, figures })
  return isFirst ? figures : ((await kept()) ?? figures)
}

async function measure(
  cohort: CohortInCourse,
  { form, closesAt, releaseId, questions }: RecallRow,
): Promise<RecallReport> {
  const [release, taken, asked] = await Promise.all([
    loadRelease(releaseId),
    findTestsTaken(sql(), cohort, closesAt),
    countAskedRecall(sql(), placeOf(cohort), form),
  ])
  const scored = taken.filter((test) => test.form === form).flatMap((test) => gradeTest(test, questions, release))
  return reportRecall(scored, asked, resamplingOf(cohort))
}
