import 'server-only'
import type { ListEncoding } from '@/domain/cohort/import/decode-list'

export type ListRow = { line: number; cells: readonly string[] }
/** Why a file is no list. Each has its sentence in i18n/messages/*.json under `cohorts.import.files`. */
export type ListProblem = 'empty' | 'too-large' | 'too-long' | 'unreadable' | 'too-dense'
export type ReadList =
  | { status: 'read'; encoding: ListEncoding | 'xlsx'; rows: readonly ListRow[] }
  | { status: 'refused'; problem: ListProblem }
