import { blanksOf } from '../../question/kinds/completing/blanks'
import type { QuestionKey } from '../../question/question'
import { type Counts, Disclosable } from './disclose'
import { attemptsAt, type FirstAttempt, isRight } from './first-attempt'
import { tabulate } from './tabulate'

/** The column of people who chose none of the options of one part, or gave a number that is no option. */
export const ELSE = 'else'
/** The column of people who did not answer the question. */
export const NO_ANSWER = 'no-answer'
const TICKED_OR_NOT = ['ticked', 'not-ticked'] as const

/**
 * The choices of people who were not right. One answer: one table of options. Several answers: a table for each option,
 * ticked or not. Several parts: a table of options for each part. None for true-false questions, and if the
 * answers are not options (matching, ordering, ranking).
 *
 * Hidden as a whole if the facility is: the numbers of people right and wrong would follow from it.
 *
 * @see Haladyna & Downing, How many options is enough for a multiple-choice test item?, Educational and Psychological
 * Measurement 53(4), 1993: a distractor works if it draws at least 5 % of all.
 */
export function distractors(attempts: readonly FirstAttempt[], question: QuestionKey): Disclosable<Counts>[] {
  const all = attemptsAt(attempts, question.id)
  const wrong = all.filter((attempt) => !isRight(attempt))
  const seal = (row: string, columns: readonly string[], columnOf: (attempt: FirstAttempt) => string) => {
    const cellOf = (attempt: FirstAttempt) => ({ row, column: columnOf(attempt) })
    const table = tabulate(wrong, { rowsAre: 'groups', rows: [row], columns }, cellOf)
    return new Disclosable<Counts>({
      definition: 'distractors',
      given: [all.length - wrong.length, wrong.length],
      table,
    })
  }
  if (question.kind === 'single') {
    const drawn = question.options.map(({ id }) => id).filter((id) => id !== question.correct[0])
    // An empty column for people who did not answer would suppress an option beside it. That everyone answered
    // reveals no answer, so the column is omitted.
    const columns = wrong.some(({ chosen }) => chosen.length === 0) ? [...drawn, NO_ANSWER] : drawn
    return [seal(question.id, columns, ({ chosen }) => chosen[0] ?? NO_ANSWER)]
  }
  const parts = partsOf(question)
  if (parts.length > 0) {
    return parts.map(({ id, options }) => {
      const columnOf = ({ chosen }: FirstAttempt) => chosen.find((picked) => options.includes(picked)) ?? ELSE
      // An empty column would suppress an option beside it, as above.
      const columns = wrong.some((attempt) => columnOf(attempt) === ELSE) ? [...options, ELSE] : options
      return seal(id, columns, columnOf)
    })
  }
  if (question.kind !== 'multiple' && question.kind !== 'marking') return []
  return question.options.map(({ id }) =>
    seal(id, TICKED_OR_NOT, ({ chosen }) => (chosen.includes(id) ? 'ticked' : 'not-ticked')),
  )
}

/** The parts of a question that are answered by one option each. */
function partsOf(question: QuestionKey): { id: string; options: string[] }[] {
  if (question.kind === 'completing') {
    return blanksOf(question).map(({ id, options }) => ({ id, options: options.map((option) => option.id) }))
  }
  if (question.kind !== 'computing') return []
  return question.asks.map(({ id }) => ({
    id,
    options: question.options.flatMap((option) => (option.ask === id ? option.id : [])),
  }))
}
