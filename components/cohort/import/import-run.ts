import type { NamedColumn } from '@/domain/cohort/import/columns'
import type { ImportStage } from '@/domain/cohort/import/import-stage'
import type { Outcome } from '@/domain/cohort/import/outcome'
import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { Verdict } from '@/domain/cohort/import/verdict'
import type { Names } from '@/domain/person/profile'

/** The state of an import. */
export type ImportState = {
  run: {
    id: string
    cohortId: string
    fileName: string
    encoding: string | null
    columns: readonly NamedColumn[]
    startedAt: Date | null
  }
  /** Rows by verdict; `done`: rows that were processed; `left`: those of them that were left out. */
  counts: Readonly<Record<Verdict, number>> & { done: number; left: number; lastDoneAt: Date | null }
  stage: ImportStage
  /** The number of rows to import. */
  toAdd: number
}

/** One row of a list, with its expected result and the actual one. */
export type ImportRow = Names & {
  line: number
  email: string
  function: string | null
  institution: string
  verdict: Verdict
  problem: RowProblem | null
  /** Null until the row is processed. */
  outcome: Outcome | null
}
