import type { ExamRule } from '../course/course'
import { kindOf } from '../question/kinds/kinds'
import type { QuestionKey } from '../question/question'
import { shuffle } from '../shuffle'

export type DrawnQuestion = { questionId: string; order: string[] }

/**
 * Draws an exam by its blueprint: n questions of each objective, in random order. Questions of earlier attempts are
 * used only if there are too few new ones. The order of a question's options is drawn once, as ids, so that it is the
 * same in every language.
 *
 * @param random uniform in [0, 1), e.g. from a cryptographic source.
 * @throws {RangeError} if the bank is smaller than the blueprint; a checked course never is.
 */
export function drawExam(
  bank: readonly QuestionKey[],
  rule: Pick<ExamRule, 'objectives'>,
  seen: ReadonlySet<string>,
  random: () => number,
): DrawnQuestion[] {
  const drawn = Object.entries(rule.objectives).flatMap(([objective, count]) => {
    const candidates = shuffle(
      bank.filter((question) => question.objective === objective),
      random,
    )
    if (candidates.length < count)
      throw new RangeError(`objective ${objective}: ${candidates.length} of ${count} questions`)
    const fresh = candidates.filter((question) => !seen.has(question.id))
    const known = candidates.filter((question) => seen.has(question.id))
    return [...fresh, ...known].slice(0, count)
  })
  return shuffle(drawn, random).map((question) => ({
    questionId: question.id,
    order: kindOf(question).draw(question, (ids) => shuffle(ids, random)),
  }))
}
