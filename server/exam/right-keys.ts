import 'server-only'
import { type AnsweredQuestion, pointsFor } from '@/domain/exam/grade-exam'
import { isGradedAlike } from '@/domain/question/public-question'
import type { QuestionKey } from '@/domain/question/question'
import { type LoadedRelease, loadRelease } from '../content/releases'
import type { RegradeKey } from '../db/exam/regrades'

/** A question with its right key, for exams of releases before `number`, the release that corrected the key. */
export type RightKey = { proposalId: string; question: QuestionKey; number: number }

export async function rightKeysOf(proposals: readonly RegradeKey[]): Promise<RightKey[]> {
  const found = await Promise.all(
    proposals.map(async ({ id, questionId, releaseId }) => {
      const { questions, number } = await loadRelease(releaseId)
      const question = questions.get(questionId)
      return question ? [{ proposalId: id, question, number }] : []
    }),
  )
  return found.flat()
}

/** The right keys that grade a question of an earlier release differently from its own key. */
export function correctionsOf(question: QuestionKey, { number }: LoadedRelease, rights: readonly RightKey[]) {
  return rights.filter(
    (right) => right.question.id === question.id && number < right.number && !isGradedAlike(question, right.question),
  )
}

type Given = Pick<AnsweredQuestion, 'question' | 'answer'> & {
  release: LoadedRelease
  /** The proposals because of which the exam of the answer was graded again; null for an answer to practice. */
  regrades: readonly RegradeKey[] | null
}

/** The points of one answer, by the right keys by which its exam was graded. */
export async function pointsByRightKeys({ question, answer, release, regrades }: Given): Promise<number> {
  const rights = await rightKeysOf(regrades ?? [])
  const corrected = correctionsOf(question, release, rights).map((right) => right.question)
  return pointsFor({ question, answer, corrected })
}

/** The answers of an exam, each with the right keys that apply beside its own key. */
export function withRightKeys(
  answered: readonly Pick<AnsweredQuestion, 'question' | 'answer'>[],
  release: LoadedRelease,
  rights: readonly RightKey[],
): AnsweredQuestion[] {
  return answered.map((each) => ({
    ...each,
    corrected: correctionsOf(each.question, release, rights).map(({ question }) => question),
  }))
}
