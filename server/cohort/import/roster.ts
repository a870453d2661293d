import 'server-only'
import type { RosterEncoding } from '@/domain/cohort/import/decode-text'
import type { ReadTable } from '@/domain/cohort/import/read-table'
import type { ReadingPlan } from '@/domain/cohort/import/reading-plan'

export type RosterRow = { line: number; cells: readonly string[] }
/**
 * Why a file cannot be read as a roster. Each has its sentence in i18n/messages/*.json under `cohorts.import.files`.
 */
export type RosterProblem =
  | 'empty'
  | 'too-large'
  | 'too-long'
  | 'unreadable'
  /** The file unpacks to too much. */
  | 'too-dense'
  | 'too-many-parts'
  | 'too-many-cells'
  | 'too-long-text'
  | 'too-slow'
  | 'too-much-memory'
type Refused = { status: 'refused'; problem: RosterProblem }
export type ReadCells = { status: 'read'; encoding: RosterEncoding | 'xlsx'; rows: readonly RosterRow[] } | Refused
/** The people of a roster. Each row is parsed by itself. */
export type ReadRoster = ({ status: 'read'; encoding: string; cells: readonly RosterRow[] } & ReadTable) | Refused
/** The same rows read in another way. */
export type Reread = ({ status: 'read' } & ReadTable) | Refused
/** The input of the worker thread: a file, or the rows of one that was read before. */
export type Reading = { bytes: Uint8Array; plan: ReadingPlan } | { cells: readonly RosterRow[]; plan: ReadingPlan }

declare module '../../worker/tasks' {
  interface Tasks {
    'read-roster': (reading: Reading) => ReadRoster | Reread
  }
}

export const MOST_PEOPLE = 5000
/** The longest cell, line of a CSV or tag of a workbook, in characters. */
export const LONGEST_TEXT = 32_000

export const refused = (problem: RosterProblem): Refused => ({ status: 'refused', problem })
