import type { Names } from '@/domain/account/profile'
import type { NamedColumn } from '@/domain/cohort/import/columns'
import type { ImportStage } from '@/domain/cohort/import/import-stage'
import type { Outcome } from '@/domain/cohort/import/outcome'
import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { Verdict } from '@/domain/cohort/import/verdict'

/** How far a list is. */
export type ImportState = {
  run: {
    id: string
    cohortId: string
    fileName: string
    encoding: string | null
    columns: readonly NamedColumn[]
    startedAt: Date | null
  }
  /** Rows by verdict; those dealt with, and of these those that were left out. */
  counts: Readonly<Record<Verdict, number>> & { done: number; left: number; lastDoneAt: Date | null }
  stage: ImportStage
  /** Rows to take in. */
  toAdd: number
}

/** One row of a list, with what would come of it and what did. */
export type ImportRow = Names & {
  line: number
  email: string
  function: string | null
  institution: string
  verdict: Verdict
  problem: RowProblem | null
  /** Null until it is dealt with. */
  outcome: Outcome | null
}
