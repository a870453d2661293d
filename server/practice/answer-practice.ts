import 'server-only'
import { type PracticeTry, secondsToRead } from '@/domain/progress/question-state'
import type { Answer } from '@/domain/question/answer'
import { isAskedAlike } from '@/domain/question/public-question'
import type { QuestionKey } from '@/domain/question/question'
import { readFinalAnswer } from '@/domain/question/read-answer'
import type { Permit } from '../auth/permit'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import type { Learner } from '../db/course/learners'
import { findPracticeAnswers, type PracticeAnswerRow, savePracticeAnswer } from '../db/practice/practice-answers'

/**
 * Saves the learner's answer to an inline question. @returns it with the number of her tries; null if the answer does
 * not fit, and then the earlier one stays.
 */
export async function answerPractice(
  _: Permit<'course:learn'>,
  learner: Learner,
  question: QuestionKey,
  given: Answer,
  now: Date,
): Promise<PracticeTry | null> {
  const answer = readFinalAnswer(question, given)
  const { enrolmentId, releaseId } = learner
  if (!answer) return null
  const row = { questionId: question.id, answer, releaseId, seconds: secondsToRead(question) }
  return { answer, tries: await savePracticeAnswer(sql(), enrolmentId, row, now) }
}

/**
 * The learner's answers to the questions of the release that she reads with the number of tries, by question id. An answer is left out if a
 * correction has changed the question since.
 *
 * @param known her stored answers, if they were read before.
 */
export async function practiceAnswers(
  _: Permit<'course:learn'>,
  learner: Learner,
  release: LoadedRelease,
  known?: readonly PracticeAnswerRow[],
): Promise<Map<string, PracticeTry>> {
  return currentAnswers(release, known ?? (await findPracticeAnswers(sql(), learner.enrolmentId)))
}

/** The same of answers that were read before, by question id. */
export async function currentAnswers(
  release: LoadedRelease,
  rows: readonly PracticeAnswerRow[],
): Promise<Map<string, PracticeTry>> {
  const entries = await Promise.all(
    rows.map(async ({ questionId, answer, releaseId, tries }) => {
      const isCurrent = releaseId === release.id || asksTheSame(questionId, release, await loadRelease(releaseId))
      return isCurrent ? [[questionId, { answer, tries }] as const] : []
    }),
  )
  return new Map(entries.flat())
}

function asksTheSame(id: string, now: LoadedRelease, then: LoadedRelease): boolean {
  const [asked, askedThen] = [now.questions.get(id), then.questions.get(id)]
  return asked !== undefined && askedThen !== undefined && isAskedAlike(asked, askedThen)
}
