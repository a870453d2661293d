import 'server-only'
import { AppError } from '@/domain/errors'
import type { OfflineAct, OfflineOutcome } from '@/domain/progress/offline-act'
import { secondsToRead } from '@/domain/progress/question-state'
import type { Answer } from '@/domain/question/answer'
import { isAskedAlike } from '@/domain/question/public-question'
import type { QuestionKey } from '@/domain/question/question'
import { readFinalAnswer } from '@/domain/question/read-answer'
import type { Caller } from '../auth/caller'
import { requireSession } from '../auth/caller'
import { ownerKey } from '../auth/owner-key'
import { permitFor, requirePermission } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { enrol } from '../course/enrol'
import { type LearnerCourse, readableCourse } from '../course/learner-course'
import { sql } from '../db/client'
import type { Learner } from '../db/course/learners'
import { hasPracticeAnswerOf, savePracticeAnswerOf } from '../db/practice/practice-answers'
import { finishLesson } from './finish-lesson'

/**
 * Stores what a learner did in an offline copy of a lesson, as the lesson itself would have stored it then. Idempotent.
 *
 * @throws {AppError} sign-in-required, conflict if it was kept for another account, not-found, course-closed,
 * unconfirmed
 */
export async function takeOfflineAct(caller: Caller, act: OfflineAct, now: Date): Promise<OfflineOutcome> {
  const course = await readableCourse(caller, act.courseId, now)
  const { accountId } = await requireSession(caller)
  if ((await ownerKey(accountId)) !== act.owner) throw new AppError('conflict', 'kept for another account')
  const { practice } = act
  const question = practice ? await questionOf(act, practice.questionId, course) : null
  if (practice ? !question : !course.release.lessons.has(act.lessonId)) return 'changed'
  const learner = course.learner ?? (await enrolReader(caller, course))
  if (!learner) return 'unkept'
  const at = new Date(now.getTime() - act.ageMs)
  if (practice && question) return answer(learner, question, practice.answer, at)
  return finish(caller, learner, act, at, now)
}

/** The question of the release that she reads, if it is still the one that the copy asked. */
async function questionOf({ lessonId, releaseId, courseId }: OfflineAct, id: string, { release }: LearnerCourse) {
  const question = release.lessons.get(lessonId)?.practice.find((each) => each.id === id)
  if (!question || releaseId === release.id) return question ?? null
  const copied = await loadRelease(releaseId).catch(() => null)
  const then = copied?.courseId === courseId ? copied.lessons.get(lessonId) : undefined
  const asked = then?.practice.find((each) => each.id === id)
  return asked && isAskedAlike(asked, question) ? question : null
}

/** Enrols the reader. Null for a public course, which stores nothing about readers who are not enrolled. */
async function enrolReader(caller: Caller, { release: { courseId, course } }: LearnerCourse): Promise<Learner | null> {
  const { access } = course.file
  return access === 'public' ? null : enrol(await requirePermission(caller, 'course:enrol', { courseId, access }))
}

async function answer(
  { enrolmentId, releaseId }: Learner,
  question: QuestionKey,
  given: Answer,
  at: Date,
): Promise<OfflineOutcome> {
  const read = readFinalAnswer(question, given)
  if (!read) throw new AppError('invalid-input', 'no answer to the question')
  const row = { questionId: question.id, answer: read, releaseId, seconds: secondsToRead(question) }
  if (await savePracticeAnswerOf(sql(), enrolmentId, row, at)) return 'saved'
  return (await hasPracticeAnswerOf(sql(), enrolmentId, row, at)) ? 'saved' : 'stale'
}

/** The lesson counts as done from now on, not from `at`: nobody can claim to have met a deadline that has passed. */
async function finish(
  caller: Caller,
  learner: Learner,
  { courseId, lessonId }: OfflineAct,
  at: Date,
  now: Date,
): Promise<OfflineOutcome> {
  const takenBackAt = learner.lessons.find((row) => row.lessonId === lessonId)?.takenBackAt
  if (takenBackAt && takenBackAt > at) return 'stale'
  const permit = permitFor(await caller.actor(), 'course:learn', { courseId, learnerId: learner.accountId })
  return (await finishLesson(permit, learner, lessonId, { end: true }, now)) ? 'saved' : 'unfinished'
}
