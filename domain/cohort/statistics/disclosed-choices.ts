import type { QuestionKey } from '../../course/question'
import { type Cell, disclose } from './disclose'
import { distractors, NO_ANSWER } from './distractors'
import type { FirstAttempt } from './first-attempt'

/** What those who were not right chose. */
export type Choices = {
  people: Cell
  /** Of a question with one answer, its wrong options; of one with several, all options. The most chosen first. */
  chosen: readonly Cell[]
  /** Left the question out; null when nobody did. */
  leftOut: Cell | null
}

/**
 * Distractors without the names of the options: the ids stand in the page of an exam, and those that are missing here would
 * be the key. Null where answers are no options.
 */
export function disclosedChoices(attempts: readonly FirstAttempt[], question: QuestionKey): Choices | null {
  const tables = distractors(attempts, question).map((sealed) => disclose(sealed))
  const [first] = tables
  if (!first) return null
  const cells = tables.flatMap(({ rows, columns }) =>
    columns.map(({ label }, place) => ({ label, cell: rows[0]?.cells[place] as Cell })),
  )
  const chosen = cells.filter(({ label }) => label !== NO_ANSWER && label !== 'not-ticked').map(({ cell }) => cell)
  return {
    people: first.people,
    chosen: chosen.toSorted((one, other) => peopleIn(other) - peopleIn(one)),
    leftOut: cells.find(({ label }) => label === NO_ANSWER)?.cell ?? null,
  }
}

const peopleIn = (cell: Cell) => (cell.status === 'shown' ? cell.people : -1)
