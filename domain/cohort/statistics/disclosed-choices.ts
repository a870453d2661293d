import type { QuestionKey } from '../../question/question'
import { type Cell, disclose } from './disclose'
import { distractors, ELSE, NO_ANSWER } from './distractors'
import type { FirstAttempt } from './first-attempt'

/** The choices of the people of a group who were not right, by the ids of the options. */
export type GroupChoices = {
  people: Cell
  /** For a question with one answer, its wrong options; for one with several answers or parts, all options. */
  chosen: readonly { label: string; cell: Cell }[]
  /** The number of people who did not answer the question; null if everybody did. */
  leftOut: Cell | null
}

/** The choices of the people of all groups who were not right. */
export type Choices = {
  people: Cell
  /** The most chosen first. */
  chosen: readonly Cell[]
  leftOut: Cell | null
}

const NO_OPTIONS = [NO_ANSWER, ELSE, 'not-ticked']

/** Null if the answers of the question are not options. */
export function disclosedChoices(attempts: readonly FirstAttempt[], question: QuestionKey): GroupChoices | null {
  const tables = distractors(attempts, question).map((sealed) => disclose(sealed))
  const [first] = tables
  if (!first) return null
  // A question with several answers has one table for each option. The row of the table names the option.
  const cells = tables.flatMap(({ rows, columns }) =>
    rows.flatMap((row) =>
      columns.flatMap(({ label }, place) => {
        const cell = row.cells[place]
        return cell ? [{ label: label === 'ticked' ? row.label : label, cell }] : []
      }),
    ),
  )
  return {
    people: first.people,
    chosen: cells.filter(({ label }) => !NO_OPTIONS.includes(label)),
    leftOut: cells.find(({ label }) => label === NO_ANSWER)?.cell ?? null,
  }
}

/**
 * Removes the names of the options. Their ids are in the page of an exam, so the ids missing here would reveal the key.
 */
export function withoutOptions({ people, chosen, leftOut }: GroupChoices): Choices {
  const cells = chosen.map(({ cell }) => cell)
  return { people, chosen: cells.toSorted((a, b) => peopleIn(b) - peopleIn(a)), leftOut }
}

const peopleIn = (cell: Cell) => (cell.status === 'shown' ? cell.people : -1)
