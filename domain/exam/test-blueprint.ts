import type { ExamRule } from '../course/course'
import type { QuestionKey } from '../course/question'

/** A shorter test would say too little of anybody. */
const FEWEST_QUESTIONS = 4

/**
 * How many questions of each objective a test before or after a course asks: half as many as the exam, rounded up, as far
 * as the bank holds two such forms beside one exam.
 *
 * @returns null when that makes fewer than four questions.
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
