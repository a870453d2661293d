import 'server-only'
import type { Course } from '@/domain/course/course'
import { keyIsOpen } from '@/domain/exam/exam-availability'
import type { Answer, Certainty } from '@/domain/question/answer'
import type { QuestionKey } from '@/domain/question/question'
import { findSecondForm } from '@/domain/review/second-forms'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import type { myCourses } from '../course/my-courses'
import { sql } from '../db/client'
import { findOwnAnswers, type OwnAnswerRow } from '../db/exam/own-answers'
import { pointsByRightKeys } from './right-keys'

/** A person's last answer to a question. `points`: in [0, 1]. */
export type JudgedOwnAnswer = {
  courseId: string
  /** The course in the release in which she read the question. */
  course: Course
  key: QuestionKey
  answer: Answer | null
  certainty: Certainty | null
  points: number
}
type MyCourses = Awaited<ReturnType<typeof myCourses>>['courses']

/**
 * Her last answers to the questions of lessons, reviews and exams. An exam counts only once its key is open, since a
 * figure made from it would reveal which of its questions she missed. The tests of a cohort, whose key never opens, do
 * not count.
 */
export async function judgedOwnAnswers(
  { target }: Permit<'account:read'>,
  courses: readonly Pick<MyCourses[number], 'availability' | 'learner'>[],
): Promise<JudgedOwnAnswer[]> {
  const open = courses.filter(({ availability }) => keyIsOpen(availability))
  const enrolmentIds = open.map(({ learner }) => learner.enrolmentId)
  const rows = await findOwnAnswers(sql(), target.accountId, enrolmentIds)
  return (await Promise.all(rows.map(judge))).flat()
}

/** Empty for a question that its release does not have. */
async function judge(row: OwnAnswerRow): Promise<JudgedOwnAnswer[]> {
  const { courseId, questionId, answer, certainty, regrades } = row
  const release = await loadRelease(row.releaseId)
  const { course, questions } = release
  const key = questions.get(questionId) ?? findSecondForm(course, questionId)?.question
  if (!key) return []
  const points = await pointsByRightKeys({ question: key, answer, release, regrades })
  return [{ courseId, course, key, answer, certainty, points }]
}
