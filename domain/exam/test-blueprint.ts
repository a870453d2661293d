import type { ExamRule } from '../course/course'
import type { QuestionKey } from '../question/question'

/** A shorter test would measure too little. */
const FEWEST_QUESTIONS = 4

/**
 * The number of questions for each objective in a test before or after a course: half as many as in the exam, rounded
 * up, as far as the bank can fill two such forms besides one exam.
 *
 * @returns null if that makes fewer than four questions.
 */
export function testBlueprint(
  bank: readonly QuestionKey[],
  { objectives }: Pick<ExamRule, 'objectives'>,
): Pick<ExamRule, 'objectives'> | null {
  const sizes = Object.entries(objectives).map(([objective, inExam]) => {
    const held = bank.filter((question) => question.objective === objective).length
    return [objective, Math.min(Math.ceil(inExam / 2), Math.floor((held - inExam) / 2))] as const
  })
  const asked = sizes.filter(([, count]) => count > 0)
  const total = asked.reduce((sum, [, count]) => sum + count, 0)
  return total < FEWEST_QUESTIONS ? null : { objectives: Object.fromEntries(asked) }
}
