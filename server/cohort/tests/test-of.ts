import 'server-only'
import { RECALL_FORMS, type RecallForm } from '@/domain/cohort/recall'
import {
  recallAvailability,
  type SittingForm,
  TEST_FORMS,
  type TestAvailability,
  type TestForm,
  type TestsHandedIn,
  testAvailability,
} from '@/domain/cohort/test-availability'
import { AppError } from '@/domain/errors'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import { courseProgress } from '@/domain/progress/course-progress'
import type { QuestionKey } from '@/domain/question/question'
import { findSecondForm } from '@/domain/review/second-forms'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../../auth/caller'
import { type Permit, requirePermission } from '../../auth/permit'
import { type LoadedRelease, loadRelease } from '../../content/releases'
import { db, sql } from '../../db/client'
import {
  findSittings,
  findTestForms,
  type InCourse,
  isActiveMember,
  type SittingRow,
} from '../../db/cohort/cohort-tests'
import { type CohortInCourse, findCohort } from '../../db/cohort/cohorts'
import { findRecall, isAskedRecall } from '../../db/cohort/recall-tests'
import { findLearner } from '../../db/course/learners'
import { inCourse } from '../courses'

export type TestQuestion = DrawnQuestion & { key: QuestionKey }
/** A test as one person meets it. It contains the keys, so it must stay on the server. */
export type Test = {
  form: SittingForm
  /** In the course of the test. */
  cohort: CohortInCourse
  release: LoadedRelease
  questions: readonly TestQuestion[]
  availability: TestAvailability
  /** Null before the person begins. */
  sitting: SittingRow | null
}

/**
 * The caller's test in a course of a cohort. A cohort that does not exist, has no tests or is not the caller's is
 * refused in the same way.
 *
 * @throws {AppError} not-found, sign-in-required, unconfirmed, forbidden
 */
export async function requireTest(
  caller: Caller,
  { cohortId, courseId }: InCourse,
  name: string,
  now: Date,
): Promise<{ test: Test; permit: Permit<'test:sit'> }> {
  const form = TEST_FORMS.find((known) => known === name)
  const recall = RECALL_FORMS.find((known) => known === name)
  if (!form && !recall) throw new AppError('not-found', 'test')
  const accountId = (await caller.session())?.accountId
  const find = async () => {
    if (!accountId || !isUuid(cohortId)) return null
    return recall
      ? findRecallTest({ cohortId, courseId }, accountId, recall, now)
      : form && findTest({ cohortId, courseId }, accountId, form, now)
  }
  const test = (await find()) ?? null
  const learnerId = test && accountId ? accountId : null
  const permit = await requirePermission(caller, 'test:sit', { cohortId, learnerId })
  if (!test) throw new AppError('forbidden', 'no test of hers')
  return { test, permit }
}

async function findTest(of: InCourse, accountId: string, form: TestForm, now: Date): Promise<Test | null> {
  const [active, cohort, forms, sittings] = await Promise.all([
    isActiveMember(db(), of.cohortId, accountId),
    findInCourse(of),
    findTestForms(db(), of),
    findSittings(db(), of, accountId),
  ])
  if (!active || !cohort || !forms) return null
  const release = await loadRelease(forms.releaseId)
  const handedIn = {
    before: sittings.find((sitting) => sitting.form === 'before')?.handedInAt ?? null,
    after: sittings.find((sitting) => sitting.form === 'after')?.handedInAt ?? null,
  }
  return {
    form,
    cohort,
    release,
    questions: forms[form].map((drawn) => ({ ...drawn, key: keyOf(drawn, release) })),
    availability: await availabilityOf({ form, cohort, accountId, handedIn }, now),
    sitting: sittings.find((sitting) => sitting.form === form) ?? null,
  }
}

/** The cohort in the course; null if it does not have it. */
async function findInCourse({ cohortId, courseId }: InCourse): Promise<CohortInCourse | null> {
  const cohort = await findCohort(sql(), cohortId)
  return cohort?.courses.some((course) => course.courseId === courseId) ? inCourse(cohort, courseId) : null
}

/** A recall test: it is hers if she handed in an exam in the cohort, even if she has left it since. */
async function findRecallTest(of: InCourse, accountId: string, form: RecallForm, now: Date): Promise<Test | null> {
  const [isAsked, cohort, test, sittings] = await Promise.all([
    isAskedRecall(sql(), of, form, accountId),
    findInCourse(of),
    findRecall(db(), of, form),
    findSittings(db(), of, accountId),
  ])
  if (!isAsked || !cohort || !test) return null
  const release = await loadRelease(test.releaseId)
  const sitting = sittings.find((one) => one.form === form) ?? null
  return {
    form,
    cohort,
    release,
    questions: test.questions.map((drawn) => ({ ...drawn, key: keyOf(drawn, release) })),
    availability: recallAvailability(test, sitting?.handedInAt ?? null, now),
    sitting,
  }
}

/**
 * @throws {Error} for a bug: questions are looked up in the release from which they were drawn, which never changes.
 */
export function keyOf({ questionId }: DrawnQuestion, release: LoadedRelease): QuestionKey {
  const key = release.questions.get(questionId) ?? findSecondForm(release.course, questionId)?.question
  if (!key) throw new Error(`question ${questionId} is not in release ${release.number}`)
  return key
}

type TestOf = { form: TestForm; cohort: CohortInCourse; accountId: string; handedIn: TestsHandedIn }

/** Counts the lessons of the release that the person reads: she may have begun before the cohort did. */
async function availabilityOf({ form, cohort, accountId, handedIn }: TestOf, now: Date): Promise<TestAvailability> {
  const learner = await findLearner(sql(), accountId, cohort.courseId)
  const { course } = await loadRelease(learner?.releaseId ?? cohort.releaseId)
  const outline = course.lessons.map(({ file }) => ({ id: file.id, minutes: file.minutes }))
  return testAvailability(form, { cohort, handedIn, ...courseProgress(outline, learner?.lessons ?? []) }, now)
}
