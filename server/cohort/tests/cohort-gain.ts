import 'server-only'
import { type Closing, closingOf, MIN_GROUP_SIZE } from '@/domain/cohort/closed-group'
import type { CohortGain } from '@/domain/cohort/cohort-figures'
import {
  type GainReport,
  gainReportSchema,
  type Resampling,
  reportGain,
  type Scored,
} from '@/domain/cohort/statistics/gain-report'
import { seededGenerator } from '@/domain/cohort/statistics/seeded-generator'
import { TEST_FORMS, type TestForm } from '@/domain/cohort/test-availability'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import type { ParallelForms } from '@/domain/exam/parallel-forms'
import { testBlueprint } from '@/domain/exam/test-blueprint'
import { memoize } from '@/domain/memoize'
import { gradeAnswer } from '@/domain/question/grade-answer'
import type { Permit } from '../../auth/permit'
import { type LoadedRelease, loadRelease } from '../../content/releases'
import { db, sql } from '../../db/client'
import { type ClosedGroupRow, findClosedGroups, type GroupsOf, insertClosedGroup } from '../../db/cohort/closed-groups'
import { findTestForms } from '../../db/cohort/cohort-tests'
import type { CohortInCourse } from '../../db/cohort/cohorts'
import { findTestsTaken, type TestTaken } from '../../db/cohort/tests-taken'
import { keyOf } from './test-of'

type Measured = { snapshot: Date; report: GainReport } | null

const DRAWS = 2000

/** Cached as in `cohortLearning`. */
const snapshotOf = memoize(takeSnapshot, {
  key: ({ id }, _, release, { until }) => `${id} ${release.id} ${until.getTime()}`,
  limit: 200,
})

/**
 * The results of the two tests of a course of a cohort, as of the time when its last group closed. @see
 * docs/decisions/0021-closed-groups.md
 */
export async function cohortGain(_: Permit<'statistics:read'>, cohort: CohortInCourse, now: Date): Promise<CohortGain> {
  const forms = await findTestForms(db(), { cohortId: cohort.id, courseId: cohort.courseId })
  if (!forms) return offered(await loadRelease(cohort.releaseId))
  const release = await loadRelease(forms.releaseId)
  const { length: questions } = forms.before
  const closing = closingOf(cohort, now)
  const measured = await snapshotOf(cohort, forms, release, closing)
  const held = { questions, isOver: closing.isOver }
  return measured ? { status: 'measured', ...held, ...measured } : { status: 'waiting', ...held }
}

function offered({ course: { bank, exam } }: LoadedRelease): CohortGain {
  const blueprint = exam && testBlueprint(bank, exam)
  if (!blueprint) return { status: 'impossible' }
  return { status: 'not-held', questions: Object.values(blueprint.objectives).reduce((sum, count) => sum + count, 0) }
}

/**
 * The report at the closing of the newest group, about its people and those of all groups before. It is stored
 * unchanged: if a person's answers were taken out of it later, the difference would reveal them.
 */
async function takeSnapshot(
  cohort: CohortInCourse,
  forms: ParallelForms,
  release: LoadedRelease,
  { until }: Closing,
): Promise<Measured> {
  const of: GroupsOf = { cohortId: cohort.id, courseId: cohort.courseId, answers: 'tests' }
  const groups = await findClosedGroups(db(), of)
  const last = groups.at(-1)
  if (last && until <= last.until) return readKept(last)
  const taken = await findTestsTaken(sql(), cohort, until)
  const known = knownAt(taken, last?.until ?? null)
  if (matchedOf(taken).filter((person) => !known.has(person)).length < MIN_GROUP_SIZE) return readKept(last)
  const ids = (form: TestForm) => forms[form].map(({ questionId }) => questionId)
  const asked = { before: ids('before'), after: ids('after') }
  const figures = reportGain(scoresOf(taken, forms, release), asked, resamplingOf(cohort), known)
  const isFirst = await insertClosedGroup(db(), of, {
    number: groups.length + 1,
    releaseId: release.id,
    until,
    figures,
  })
  return isFirst ? { snapshot: until, report: figures } : readKept((await findClosedGroups(db(), of)).at(-1))
}

function readKept(kept: ClosedGroupRow | undefined): Measured {
  return kept ? { snapshot: kept.until, report: gainReportSchema.parse(kept.figures) } : null
}

/** The people who had handed in both tests when the last group closed. */
function knownAt(taken: readonly TestTaken[], until: Date | null): ReadonlySet<string> {
  return new Set(matchedOf(taken.filter(({ handedInAt }) => until !== null && handedInAt < until)))
}

function matchedOf(taken: readonly TestTaken[]): string[] {
  const [before, after] = TEST_FORMS.map(
    (wanted) => new Set(taken.filter(({ form }) => form === wanted).map(({ accountId }) => accountId)),
  )
  return [...(before ?? [])].filter((person) => after?.has(person))
}

function scoresOf(taken: readonly TestTaken[], forms: ParallelForms, release: LoadedRelease) {
  const [before, after] = TEST_FORMS.map((form) =>
    taken.filter((test) => test.form === form).flatMap((test) => gradeTest(test, forms[form], release)),
  )
  return { before: before ?? [], after: after ?? [] }
}

/** Grades each question of a test, in its order. A question without an answer scores 0. */
export function gradeTest(
  { accountId, answers }: Pick<TestTaken, 'accountId' | 'answers'>,
  form: readonly DrawnQuestion[],
  release: LoadedRelease,
): Scored[] {
  return form.map((drawn, place) => ({
    personKey: accountId,
    questionId: drawn.questionId,
    score: gradeAnswer(keyOf(drawn, release), answers[place + 1] ?? null),
  }))
}

/** The seed depends on the cohort, so that the intervals are the same on each view. */
export function resamplingOf({ id }: { id: string }): Resampling {
  return { random: seededGenerator(Number.parseInt(id.slice(-8), 16)), draws: DRAWS }
}
