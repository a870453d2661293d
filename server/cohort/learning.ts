import 'server-only'
import { type Closing, closingOf, minimumGroupSize } from '@/domain/cohort/closed-group'
import type { CohortLearning } from '@/domain/cohort/cohort-figures'
import {
  discloseGroup,
  type FirstAttempt,
  type GroupReport,
  groupReportSchema,
  reportLearning,
} from '@/domain/cohort/statistics/learning-report'
import { citedProvisions } from '@/domain/course/cited-provisions'
import { memoize } from '@/domain/memoize'
import { gradeAnswer } from '@/domain/question/grade-answer'
import { kindOf } from '@/domain/question/kinds/kinds'
import { isGradedAlike } from '@/domain/question/public-question'
import type { Permit } from '../auth/permit'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { db, sql } from '../db/client'
import { findClosedGroups, type GroupsOf, insertClosedGroup } from '../db/cohort/closed-groups'
import type { CohortInCourse } from '../db/cohort/cohorts'
import { type FirstAttemptRow, findFirstAttempts } from '../db/cohort/first-attempts'

export type Learning = CohortLearning & { release: LoadedRelease }

/** Cached for the day: what it finds does not change that day, so answers are read and graded once. */
const snapshotOf = memoize(takeSnapshot, {
  key: ({ id }, release, { until, isOver }) => `${id} ${release.id} ${until.getTime()} ${isOver}`,
  limit: 200,
})

/**
 * The statistics over the closed groups of a course of a cohort. Each course has groups of its own, and no two figures
 * are about the same questions, so nothing can be derived from their difference. Only through this function does
 * anything about exam answers reach the staff.
 *
 * @see docs/decisions/0021-closed-groups.md
 */
export async function cohortLearning(
  _: Permit<'statistics:read'>,
  cohort: CohortInCourse,
  now: Date,
): Promise<Learning> {
  const release = await loadRelease(cohort.releaseId)
  return { release, ...(await snapshotOf(cohort, release, closingOf(cohort, now))) }
}

async function takeSnapshot(cohort: CohortInCourse, release: LoadedRelease, closing: Closing): Promise<CohortLearning> {
  const groups = await closedGroups(cohort, release, closing)
  const report = reportLearning(
    groups.map((group) => group.report),
    release.course.bank,
  )
  const nextGroup = closing.isOver ? null : minimumGroupSize(report.people, closing)
  return { snapshot: groups.at(-1)?.until ?? null, report, nextGroup }
}

type Group = { until: Date; report: GroupReport }

/**
 * The groups that have closed, including one that closes now. The first reader closes it, and all others get the same
 * figures.
 */
async function closedGroups(cohort: CohortInCourse, release: LoadedRelease, closing: Closing): Promise<Group[]> {
  const of: GroupsOf = { cohortId: cohort.id, courseId: cohort.courseId, answers: 'exam' }
  const groups = await readGroups(of, release)
  const from = groups.at(-1)?.until ?? null
  const { until } = closing
  if (from && until <= from) return groups
  const rows = await findFirstAttempts(sql(), cohort, { from, until })
  const counted = groups.reduce((people, { report }) => people + report.people, 0)
  if (rows.length < minimumGroupSize(counted, closing)) return groups
  const figures = await discloseRows(rows, release)
  const isFirst = await insertClosedGroup(db(), of, {
    number: groups.length + 1,
    releaseId: release.id,
    until,
    figures,
  })
  return isFirst ? [...groups, { until, report: figures }] : readGroups(of, release)
}

/**
 * Leaves out questions that a correction has changed since a group closed: nobody in the group was asked the new
 * wording.
 */
async function readGroups(of: GroupsOf, release: LoadedRelease): Promise<Group[]> {
  const rows = await findClosedGroups(db(), of)
  return Promise.all(
    rows.map(async ({ until, figures, releaseId }) => {
      const report = groupReportSchema.parse(figures)
      if (releaseId === release.id) return { until, report }
      const then = await loadRelease(releaseId)
      return { until, report: { ...report, questions: report.questions.filter(({ id }) => isSame(id, then, release)) } }
    }),
  )
}

function isSame(questionId: string, one: LoadedRelease, other: LoadedRelease): boolean {
  const [before, after] = [one.questions.get(questionId), other.questions.get(questionId)]
  return before !== undefined && after !== undefined && isGradedAlike(before, after)
}

async function discloseRows(rows: readonly FirstAttemptRow[], release: LoadedRelease): Promise<GroupReport> {
  const { bank, exam } = release.course
  const form = exam?.questions === bank.length ? bank.map(({ id }) => id) : null
  const graded = await Promise.all(rows.map((row) => gradeRow(row, release)))
  return discloseGroup(graded.flat(), bank, form)
}

/** For an exam drawn before a correction, only the unchanged questions count: the others measure something else. */
async function gradeRow(
  { attemptId, releaseId, language, questions }: FirstAttemptRow,
  release: LoadedRelease,
): Promise<FirstAttempt[]> {
  const drawnFrom = releaseId === release.id ? release : await loadRelease(releaseId)
  return questions.flatMap(({ questionId, answer, certainty }) => {
    const asked = drawnFrom.questions.get(questionId)
    if (!asked) throw new Error(`question ${questionId} is not in release ${drawnFrom.number}`)
    const key = release.questions.get(questionId)
    if (!key || (key !== asked && !isGradedAlike(key, asked))) return []
    const kind = kindOf(key)
    const read = answer && kind.read(key, answer)
    return {
      personKey: attemptId,
      language,
      questionId,
      provisions: citedProvisions(key.cites, release.course),
      score: gradeAnswer(key, answer),
      chosen: read ? kind.picked(key, read) : [],
      certainty,
    }
  })
}
