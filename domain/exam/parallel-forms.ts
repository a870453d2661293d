import type { ExamRule } from '../course/course'
import type { QuestionKey } from '../question/question'
import { type DrawnQuestion, drawExam } from './draw-exam'

export type ParallelForms = { before: readonly DrawnQuestion[]; after: readonly DrawnQuestion[] }

/**
 * Draws a test before and a test after a course by one blueprint: equal numbers of questions for each objective, and no
 * question in both. In each objective the questions are assigned in pairs of the same kind, as far as possible, so that
 * neither form gets the harder kinds. The forms are parallel by construction but not equated: a difference of their
 * means may come from the forms.
 *
 * @param random uniform in [0, 1), from a cryptographic source, so that nobody can compute a form.
 * @returns null if the bank has fewer than twice as many questions for some objective.
 * @see Kolen & Brennan, Test Equating, Scaling, and Linking, 3rd ed., 2014, ch. 1: forms built alike still need
 * equating.
 */
export function drawParallelForms(
  bank: readonly QuestionKey[],
  { objectives }: Pick<ExamRule, 'objectives'>,
  random: () => number,
): ParallelForms | null {
  const dealt = Object.entries(objectives).map(([objective, count]) => {
    const drawn = drawPairs(
      bank.filter((question) => question.objective === objective),
      random,
    )
    return drawn.length < count ? null : drawn.slice(0, count)
  })
  const pairs = dealt.flatMap((some) => some ?? [])
  if (dealt.includes(null)) return null
  // For each pair, a separate random draw decides which question goes into the test before.
  const sides = pairs.map(
    ([one, other]) => (random() < 0.5 ? [one, other] : [other, one]) as [QuestionKey, QuestionKey],
  )
  const [first, second] = [sides.map(([one]) => one), sides.map(([, other]) => other)]
  const formOf = (questions: QuestionKey[]) => drawExam(questions, { objectives }, new Set(), random)
  return { before: formOf(first), after: formOf(second) }
}

/** Pairs in random order: first pairs of the same kind, then pairs of the remaining questions. */
function drawPairs(questions: readonly QuestionKey[], random: () => number): [QuestionKey, QuestionKey][] {
  const ranked = questions.map((question) => ({ question, rank: random() })).toSorted((a, b) => a.rank - b.rank)
  const waiting = new Map<string, QuestionKey>()
  const pairs: [QuestionKey, QuestionKey][] = []
  for (const { question } of ranked) {
    const kind = `${question.kind} ${question.pattern}`
    const partner = waiting.get(kind)
    if (partner) pairs.push([partner, question])
    if (partner) waiting.delete(kind)
    else waiting.set(kind, question)
  }
  const rest = [...waiting.values()]
  while (rest.length > 1) pairs.push(rest.splice(0, 2) as [QuestionKey, QuestionKey])
  return pairs
}
