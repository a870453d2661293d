import type { RosterColumn } from './columns'
import { foldWord } from './fold-word'

/** The columns whose cells are compared with values that the platform knows. */
export const VALUE_KINDS = ['function', 'institution', 'locale'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]
/**
 * What a value of the list stands for, in every row that has it. `as`: a code or the corrected words, empty to leave the
 * cell empty; null to leave its rows aside.
 */
export type ValueAnswer = { kind: ValueKind; key: string; as: string | null }
/** The cells that can be mended in one row by itself. */
export const MENDABLE = ['email', 'nameArabic', 'nameLatin'] as const
export type Mendable = (typeof MENDABLE)[number]
export type RowFix = { line: number; aside: boolean; cells: Partial<Record<Mendable, string>> }

/** How a list is to be read, as somebody decided. */
export type ReadingPlan = {
  /** The line of the header; null: the list has none; undefined: it is to be found. */
  header: number | null | undefined
  /** The meaning of each column; null: it is to be found. */
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

/** Two ways of writing a value have one key if they differ only in case, accents, marks and punctuation. */
export function valueKey(written: string): string {
  return foldWord(written) || written
}

function nameOf(kind: ValueKind, key: string): string {
  return `${kind}:${key}`
}
