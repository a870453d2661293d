import 'server-only'
import { secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import { AppError } from '@/domain/errors'
import { chooseCards } from '@/domain/review/choose-cards'
import { spacedReview } from '@/domain/review/review-rule'
import { type Day, dayOf } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { db, sql } from '../db/client'
import { findLearner, type Learner } from '../db/course/learners'
import { changeReviewPlan, findCourseAnswers, insertReviewPlan } from '../db/review/reviews'
import { pointsByRightKeys } from '../exam/right-keys'
import { releaseToBegin } from './my-review'

/**
 * Begins the reviews of a course that she has completed, or resumes those that she had stopped. Idempotent.
 *
 * @throws {AppError} not-found: she has not completed such a course, or it has nothing to ask.
 */
export async function beginReview(
  { actor, target: { accountId } }: Permit<'account:change'>,
  courseId: string,
  now: Date,
): Promise<void> {
  const learner = await findLearner(sql(), accountId, courseId)
  const release = learner && (await releaseToBegin(actor, learner, now))
  if (!release) throw new AppError('not-found', 'no completed course with second forms')
  const results = await courseResults(learner)
  const missed = new Set(results.filter(({ right }) => !right).map(({ questionId }) => questionId))
  const knew = new Set(results.filter(({ right }) => right).map(({ questionId }) => questionId))
  const chosen = chooseCards(secondFormsToStudy(release.course), { missed, seed: `${accountId} ${courseId}` })
  const startedOn = dayOf(now)
  const cards = chosen.map((form) => ({
    questionId: form.question.id,
    dueOn: firstDay(startedOn, knew.has(form.after) && !missed.has(form.after)),
  }))
  const isNew = await db().$transaction((tx) => insertReviewPlan(tx, { accountId, courseId, startedOn }, cards))
  if (!isNew) await changeReviewPlan(db(), accountId, courseId, { stoppedAt: null })
}

/** @param until the day on which the questions resume; null: at once. @throws {AppError} not-found */
export async function pauseReview(
  permit: Permit<'account:change'>,
  courseId: string,
  until: Day | null,
): Promise<void> {
  await change(permit, courseId, { pausedUntil: until })
}

/** @throws {AppError} not-found */
export async function stopReview(permit: Permit<'account:change'>, courseId: string, now: Date): Promise<void> {
  await change(permit, courseId, { stoppedAt: now, pausedUntil: null })
}

/** Resumes stopped reviews, also of a course that has changed meanwhile. @throws {AppError} not-found */
export async function resumeReview(permit: Permit<'account:change'>, courseId: string): Promise<void> {
  await change(permit, courseId, { stoppedAt: null, pausedUntil: null })
}

async function change(
  { target }: Permit<'account:change'>,
  courseId: string,
  made: Parameters<typeof changeReviewPlan>[3],
): Promise<void> {
  if (!(await changeReviewPlan(db(), target.accountId, courseId, made))) throw new AppError('not-found', 'review plan')
}

function firstDay(startedOn: Day, knewBefore: boolean): Day {
  const state = spacedReview({ startedOn, knewBefore, answers: [] })
  return state.state === 'waits' ? state.dueOn : startedOn
}

/** Her answers in practice and in the last exam that she handed in: whether each was entirely right. */
async function courseResults({ enrolmentId }: Learner): Promise<{ questionId: string; right: boolean }[]> {
  const answers = await findCourseAnswers(sql(), enrolmentId)
  const results = await Promise.all(
    answers.map(async ({ questionId, answer, releaseId, regrades }) => {
      const release = await loadRelease(releaseId)
      const question = release.questions.get(questionId)
      if (!question) return []
      return [{ questionId, right: (await pointsByRightKeys({ question, answer, release, regrades })) === 1 }]
    }),
  )
  return results.flat()
}
