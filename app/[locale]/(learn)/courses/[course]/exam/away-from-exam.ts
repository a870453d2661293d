import type { Context } from '@/app/http/context'
import { currentExaminee } from '@/server/exam/current-examinee'
import { seeOther } from '@/server/respond'

/**
 * The redirect from an exam page for a person who has no attempt under way. @param path of the exam. @throws {AppError}
 * as currentExaminee
 */
export async function awayFromExam({ caller }: Context, courseId: string, path: string): Promise<Response> {
  const { learner } = await currentExaminee(caller, courseId, new Date())
  return seeOther(learner.attempts.length > 0 ? `${path}/result` : path)
}
