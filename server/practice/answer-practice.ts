import 'server-only'
import type { QuestionKey } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import { readFinalAnswer } from '@/domain/exam/read-answer'
import type { Permit } from '../auth/permit'
import { db } from '../db/client'
import type { Learner } from '../db/learners'
import { findPracticeAnswers, savePracticeAnswer } from '../db/practice-answers'

/** Keeps her answer to an inline question; null when it does not fit, and then what stood before stays. */
export async function answerPractice(
  _: Permit<'course:learn'>,
  learner: Learner,
  question: QuestionKey,
  given: Answer,
  now: Date,
): Promise<Answer | null> {
  const answer = readFinalAnswer(question, given)
  if (answer) await savePracticeAnswer(db(), learner.enrolmentId, question.id, answer, now)
  return answer
}

export function practiceAnswers(_: Permit<'course:learn'>, learner: Learner): Promise<Map<string, Answer>> {
  return findPracticeAnswers(db(), learner.enrolmentId)
}
