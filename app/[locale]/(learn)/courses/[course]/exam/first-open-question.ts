import { isComplete } from '@/domain/exam/is-complete'
import { openAttempt, readSitting } from '@/server/exam/exam-sitting'
import type { ExamReader } from './exam-reader'

/** Where to go on: the first question that is not fully answered, else the last one. */
export async function firstOpenQuestion({ learner, permit, openQuestions }: ExamReader): Promise<number> {
  const attempt = openAttempt(learner)
  if (!attempt) return 1
  const { questions } = await readSitting(permit, attempt, openQuestions)
  return questions.find(({ key, answer }) => !isComplete(key, answer))?.position ?? questions.length
}
