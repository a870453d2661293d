import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { readerInExam } from '@/server/exam/reader-in-exam'
import { seeOther } from '@/server/respond'

/** The reader of an exam page with her permit. @throws {AppError} not-found, sign-in-required, unconfirmed, not-enrolled */
export async function examReader(courseId: string) {
  const reader = await readerInExam(courseId, new Date())
  const { learner } = reader
  const permit = await requirePermission('exam:sit', { courseId, learnerId: learner?.accountId ?? null })
  if (!learner) throw new AppError('forbidden', 'not enrolled')
  return { ...reader, learner, permit }
}
export type ExamReader = Awaited<ReturnType<typeof examReader>>

/** Where a page of an exam sends who is at none. @param path of the exam. @throws {AppError} as examReader */
export async function awayFromExam(courseId: string, path: string): Promise<Response> {
  const { learner } = await examReader(courseId)
  return seeOther(learner.attempts.length > 0 ? `${path}/result` : path)
}
