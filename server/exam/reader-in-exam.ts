import 'server-only'
import { currentReader } from '../auth/session'
import { courseOf } from '../course/learner-course'

/** A course as this reader meets it, with the questions of her attempt under way: one query. @throws {AppError} not-found */
export async function readerInExam(courseId: string, now: Date) {
  const { learner, questions } = await currentReader({ courseId, withQuestions: true })
  return { ...(await courseOf(learner, courseId, now)), openQuestions: questions }
}
