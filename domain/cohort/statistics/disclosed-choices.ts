import type { QuestionKey } from '../../course/question'
import { type Cell, disclose } from './disclose'
import { distractors, NO_ANSWER } from './distractors'
import type { FirstAttempt } from './first-attempt'

/** What those of a group who were not right chose, by the ids of the options. */
export type GroupChoices = {
  people: Cell
  /** Of a question with one answer, its wrong options; of one with several, all options. */
  chosen: readonly { label: string; cell: Cell }[]
  /** Left the question out; null when nobody did. */
  leftOut: Cell | null
}

/** What those who were not right chose, of all groups. */
export type Choices = {
  people: Cell
  /** The most chosen first. */
  chosen: readonly Cell[]
  leftOut: Cell | null
}

/** Null where answers are no options. */
export function disclosedChoices(attempts: readonly FirstAttempt[], question: QuestionKey): GroupChoices | null {
  const tables = distractors(attempts, question).map((sealed) => disclose(sealed))
  const [first] = tables
  if (!first) return null
  // A question with several answers has a table for each option, whose row names it.
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
    chosen: cells.filter(({ label }) => label !== NO_ANSWER && label !== 'not-ticked'),
    leftOut: cells.find(({ label }) => label === NO_ANSWER)?.cell ?? null,
  }
}

/**
 * Without the names of the options: the ids stand in the page of an exam, and those that are missing here would be the key.
 */
export function withoutOptions({ people, chosen, leftOut }: GroupChoices): Choices {
  const cells = chosen.map(({ cell }) => cell)
  return { people, chosen: cells.toSorted((one, other) => peopleIn(other) - peopleIn(one)), leftOut }
}

const peopleIn = (cell: Cell) => (cell.status === 'shown' ? cell.people : -1)
