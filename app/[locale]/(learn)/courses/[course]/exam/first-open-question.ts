import { isComplete } from '@/domain/exam/is-complete'
import { openAttempt, readAttempt } from '@/server/exam/attempt-session'
import type { CurrentExaminee } from '@/server/exam/current-examinee'

/** Where to go on: the first question that is not fully answered, else the last one. */
export async function firstOpenQuestion({ learner, permit, openQuestions }: CurrentExaminee): Promise<number> {
  const attempt = openAttempt(learner)
  if (!attempt) return 1
  const { questions } = await readAttempt(permit, attempt, openQuestions)
  return questions.find(({ key, answer }) => !isComplete(key, answer))?.position ?? questions.length
}
