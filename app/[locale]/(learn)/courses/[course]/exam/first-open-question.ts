import { isComplete } from '@/domain/exam/is-complete'
import type { CurrentExaminee } from '@/server/exam/current-examinee'
import { openAttempt, readSitting } from '@/server/exam/exam-sitting'

/** Where to go on: the first question that is not fully answered, else the last one. */
export async function firstOpenQuestion({ learner, permit, openQuestions }: CurrentExaminee): Promise<number> {
  const attempt = openAttempt(learner)
  if (!attempt) return 1
  const { questions } = await readSitting(permit, attempt, openQuestions)
  return questions.find(({ key, answer }) => !isComplete(key, answer))?.position ?? questions.length
}
