import 'server-only'
import type { ListColumn, NamedColumn } from '@/domain/cohort/import/columns'
import type { ListEncoding } from '@/domain/cohort/import/decode-list'
import type { ReadLine } from '@/domain/cohort/import/judge-rows'

export type ListRow = { line: number; cells: readonly string[] }
/** Why a file is no list. Each has its sentence in i18n/messages/*.json under `cohorts.import.files`. */
export type ListProblem =
  | 'empty'
  | 'too-large'
  | 'too-long'
  | 'unreadable'
  | 'no-email'
  /** What it unpacks to. */
  | 'too-dense'
  | 'too-many-parts'
  | 'too-many-cells'
  | 'too-long-text'
  | 'too-slow'
  | 'too-much-memory'
type Refused = { status: 'refused'; problem: ListProblem }
/** The cells of a file. */
export type ReadCells = { status: 'read'; encoding: ListEncoding | 'xlsx'; rows: readonly ListRow[] } | Refused
/** The people of a list, each row read by itself. */
export type ReadList =
  | { status: 'read'; encoding: string; named: readonly NamedColumn[]; lines: readonly ReadLine[] }
  | { status: 'twice'; column: ListColumn }
  | Refused

/** As it is sent; a list of 5,000 people is well under half of it. */
export const LARGEST_LIST_BYTES = 4 * 1024 * 1024
/** Of the whole form that carries it: the web server refuses more before it is read. */
export const LARGEST_IMPORT_FORM_BYTES = 5 * 1024 * 1024
export const MOST_PEOPLE = 5000
/** Of one cell, one line of a CSV or one tag of a workbook, in characters. */
export const LONGEST_TEXT = 32_000

export const refused = (problem: ListProblem): Refused => ({ status: 'refused', problem })
