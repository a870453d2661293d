import type { RosterColumn } from './columns'
import { foldWord } from './fold-word'

/** The columns whose cells are compared with values that the platform knows. */
export const VALUE_KINDS = ['function', 'institution', 'locale'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]
/**
 * The meaning of a value of the list, for every row that has it. `as`: a code or the corrected words; an empty text
 * leaves the cell empty; null leaves the rows out of the import.
 */
export type ValueAnswer = { kind: ValueKind; key: string; as: string | null }
/** The columns whose cells can be corrected in a single row. */
export const MENDABLE = ['email', 'nameArabic', 'nameLatin'] as const
export type Mendable = (typeof MENDABLE)[number]
export type RowFix = { line: number; aside: boolean; cells: Partial<Record<Mendable, string>> }

/** The decisions about how a list is read. */
export type ReadingPlan = {
  /** The line of the header; null if the list has none; undefined if it must be detected. */
  header: number | null | undefined
  /** The meaning of each column; null if the columns must be detected. */
  columns: readonly (RosterColumn | null)[] | null
  answers: readonly ValueAnswer[]
  fixes: readonly RowFix[]
}
export const UNDECIDED: ReadingPlan = { header: undefined, columns: null, answers: [], fixes: [] }

/** What the answers and the fixes say about one row. */
export type Mends = { answer: (kind: ValueKind, written: string) => ValueAnswer | undefined; fix: RowFix | undefined }
export const NO_MENDS: Mends = { answer: () => undefined, fix: undefined }

/** @returns what a plan says about the row on a line. */
export function mendsOf({ answers, fixes }: ReadingPlan): (line: number) => Mends {
  const known = new Map(answers.map((answer) => [nameOf(answer.kind, answer.key), answer]))
  const byLine = new Map(fixes.map((fix) => [fix.line, fix]))
  const answer: Mends['answer'] = (kind, written) => known.get(nameOf(kind, valueKey(written)))
  return (line) => ({ answer, fix: byLine.get(line) })
}

/** Two spellings of a value have the same key if they differ only in case, accents, marks and punctuation. */
export function valueKey(written: string): string {
  return foldWord(written) || written
}

function nameOf(kind: ValueKind, key: string): string {
  return `${kind}:${key}`
}
