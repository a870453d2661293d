import 'server-only'
import type { NamedColumn, RosterColumn } from '@/domain/cohort/import/columns'
import type { RosterEncoding } from '@/domain/cohort/import/decode-text'
import type { ReadLine } from '@/domain/cohort/import/validate-rows'

export type RosterRow = { line: number; cells: readonly string[] }
/** Why a file is no list. Each has its sentence in i18n/messages/*.json under `cohorts.import.files`. */
export type RosterProblem =
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
type Refused = { status: 'refused'; problem: RosterProblem }
/** The cells of a file. */
export type ReadCells = { status: 'read'; encoding: RosterEncoding | 'xlsx'; rows: readonly RosterRow[] } | Refused
/** The people of a list, each row read by itself. */
export type ReadRoster =
  | { status: 'read'; encoding: string; named: readonly NamedColumn[]; lines: readonly ReadLine[] }
  | { status: 'twice'; column: RosterColumn }
  | Refused

/** As it is sent; a list of 5,000 people is well under half of it. */
export const LARGEST_ROSTER_BYTES = 4 * 1024 * 1024
/** Of the whole form that carries it: the web server refuses more before it is read. */
export const LARGEST_IMPORT_FORM_BYTES = 5 * 1024 * 1024
export const MOST_PEOPLE = 5000
/** Of one cell, one line of a CSV or one tag of a workbook, in characters. */
export const LONGEST_TEXT = 32_000

export const refused = (problem: RosterProblem): Refused => ({ status: 'refused', problem })
