import { isComplete } from '@/domain/question/is-complete'
import { openAttempt, readAttempt } from '@/server/exam/attempt-session'
import type { CurrentExaminee } from '@/server/exam/current-examinee'

/** The position of the first question that is not fully answered, else of the last question. */
export async function firstOpenQuestion({ learner, permit, openQuestions }: CurrentExaminee): Promise<number> {
  const attempt = openAttempt(learner)
  if (!attempt) return 1
  const { questions } = await readAttempt(permit, attempt, openQuestions)
  return questions.find(({ key, answer }) => !isComplete(key, answer))?.position ?? questions.length
}
