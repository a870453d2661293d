import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import { secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import { type DueDay, dueDays } from '@/domain/review/due-days'
import { hasCompleted } from '@/domain/review/has-completed'
import { type Retirement, whyRetired } from '@/domain/review/why-retired'
import { type Day, dayOf, startOfDay } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { library } from '../content/library'
import { currentRelease, type LoadedRelease, loadRelease } from '../content/releases'
import { asLearnerCourse } from '../course/learner-course'
import { sql } from '../db/client'
import { findLearners, type Learner } from '../db/course/learners'
import {
  findReviewPlans,
  findReviewsSince,
  type GivenReview,
  type ReviewCardRow,
  type ReviewPlanRow,
} from '../db/review/reviews'

export type MyCard = ReviewCardRow & { retired: Retirement | null }
export type MyPlan = Omit<ReviewPlanRow, 'cards'> & {
  /**
   * The newest release, in which the questions are asked; null if the course no longer exists, or she may no longer
   * read it.
   */
  release: LoadedRelease | null
  cards: readonly MyCard[]
}
/** A question to ask. */
export type AskedCard = {
  id: string
  turn: number
  dueOn: Day
  pausedUntil: Day | null
  questionId: string
  release: LoadedRelease
}
export type MyReview = {
  plans: readonly MyPlan[]
  today: Day
  /** What she has answered today. */
  given: readonly GivenReview[]
  /** The days from today on which questions are due, if she answers each. */
  days: readonly DueDay<AskedCard>[]
  /** The courses that she has completed and whose reviews she has not begun. */
  mayBegin: readonly LoadedRelease[]
}

/** Everything about a person's reviews, for her alone. */
export async function myReview({ actor, target }: Permit<'account:read'>, now: Date): Promise<MyReview> {
  const today = dayOf(now)
  const [rows, given, learners] = await Promise.all([
    findReviewPlans(sql(), target.accountId),
    findReviewsSince(sql(), target.accountId, startOfDay(today)),
    findLearners(sql(), target.accountId),
  ])
  const plans = await Promise.all(rows.map((row) => planOf(actor, row, learners, today)))
  return {
    plans,
    today,
    given,
    days: dueDays(plans.flatMap(waitingIn), today, given.length),
    mayBegin: await coursesToBegin(actor, learners, rows, now),
  }
}

/** The days from today on which she is asked, and how many questions on each: for her calendar. */
export async function myReviewDays(
  permit: Permit<'account:read'>,
  now: Date,
): Promise<{ day: Day; questions: number }[]> {
  const { days } = await myReview(permit, now)
  return days.map(({ day, cards }) => ({ day, questions: cards.length }))
}

async function planOf(actor: Person, row: ReviewPlanRow, learners: readonly Learner[], today: Day): Promise<MyPlan> {
  const learner = learners.find(({ courseId }) => courseId === row.courseId) ?? null
  const release = await releaseFor(actor, row.courseId, learner)
  const cards = row.cards.map((card) => ({
    ...card,
    retired: whyRetired(
      { questionId: card.questionId, startedOn: row.startedOn },
      release?.course ?? null,
      library(),
      today,
    ),
  }))
  return { ...row, release, cards }
}

/** The newest release of a course, if she may read it. */
export async function releaseFor(
  actor: Person,
  courseId: string,
  learner: Learner | null,
): Promise<LoadedRelease | null> {
  const release = await currentRelease(courseId)
  if (!release) return null
  const { access } = release.course.file
  return decide(actor, 'course:read', { courseId, access, learner }) === 'allowed' ? release : null
}

function waitingIn({ release, stopped, pausedUntil, cards }: MyPlan): AskedCard[] {
  if (!release || stopped) return []
  return cards.flatMap(({ id, turn, dueOn, questionId, retired }) =>
    dueOn === null || retired ? [] : [{ id, turn, dueOn, pausedUntil, questionId, release }],
  )
}

async function coursesToBegin(
  actor: Person,
  learners: readonly Learner[],
  plans: readonly ReviewPlanRow[],
  now: Date,
): Promise<LoadedRelease[]> {
  const open = learners.filter(({ courseId }) => !plans.some((plan) => plan.courseId === courseId))
  const found = await Promise.all(open.map((learner) => releaseToBegin(actor, learner, now)))
  return found.flatMap((release) => release ?? [])
}

/** The release whose second forms she may be asked; null if she has not completed the course, or it has none. */
export async function releaseToBegin(actor: Person, learner: Learner, now: Date): Promise<LoadedRelease | null> {
  const { release: read, progress } = asLearnerCourse(await loadRelease(learner.releaseId), learner, now)
  const hasExam = read.course.exam !== null
  if (!hasCompleted({ attempts: learner.attempts, hasExam, lessonsDone: progress.lessonsDone })) return null
  const release = await releaseFor(actor, learner.courseId, learner)
  return release && secondFormsToStudy(release.course).length > 0 ? release : null
}

/** The same after a pass: null also if she has begun the review of the course already. */
export async function releaseToOffer(
  { actor, target }: Permit<'account:read'>,
  learner: Learner,
  now: Date,
): Promise<LoadedRelease | null> {
  const release = await releaseToBegin(actor, learner, now)
  const plans = release ? await findReviewPlans(sql(), target.accountId) : []
  return plans.some(({ courseId }) => courseId === learner.courseId) ? null : release
}
