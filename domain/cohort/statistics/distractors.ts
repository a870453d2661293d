import type { QuestionKey } from '../../course/question'
import { type Counts, Disclosable } from './disclose'
import { attemptsAt, type FirstAttempt, isRight } from './first-attempt'
import { tabulate } from './tabulate'

/** Who left the question out. */
export const NO_ANSWER = 'no-answer'
const TICKED_OR_NOT = ['ticked', 'not-ticked'] as const

/**
 * What the people who were not right chose: one table of options for a question with one answer; for several answers, a
 * table for each option, ticked or not. None where answers are no options (matching, ordering) or only one is wrong.
 *
 * Hidden as a whole when the facility is: the numbers of people right and wrong would follow from it.
 *
 * @see Haladyna & Downing, How many options is enough for a multiple-choice test item?, Educational and Psychological
 * Measurement 53(4), 1993: a distractor works when it draws at least 5 % of all.
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
    // A column of zero people would hide an option beside it. That everyone answered is no answer.
    const columns = wrong.some(({ chosen }) => chosen.length === 0) ? [...drawn, NO_ANSWER] : drawn
    return [seal(question.id, columns, ({ chosen }) => chosen[0] ?? NO_ANSWER)]
  }
  if (question.kind !== 'multiple') return []
  return question.options.map(({ id }) =>
    seal(id, TICKED_OR_NOT, ({ chosen }) => (chosen.includes(id) ? 'ticked' : 'not-ticked')),
  )
}
