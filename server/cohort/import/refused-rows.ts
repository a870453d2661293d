import 'server-only'
import type { RosterColumn } from '@/domain/cohort/import/columns'
import { isImported, type Outcome } from '@/domain/cohort/import/outcome'
import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { Mendable } from '@/domain/cohort/import/reading-plan'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import { findImportCells, findImportFile } from '../../db/cohort/import-files'
import { findLeftRows } from '../../db/cohort/import-runs'
import { unpackCells } from './kept-cells'
import { openImport } from './reread-import'

export type WhyRefused = { problem: RowProblem } | { outcome: Exclude<Outcome, 'invited' | 'waiting'> }
export type RefusedRows = {
  columns: readonly RosterColumn[]
  rows: readonly { cells: readonly string[]; why: WhyRefused }[]
}

/**
 * The rows of an import that were left out, with the cells of the columns that are used, as the list writes them or as
 * they were mended.
 *
 * @throws {AppError} not-found, also if the file is no longer kept
 */
export async function refusedRows(permit: Permit<'cohort:enrol'>, runId: string): Promise<RefusedRows> {
  await openImport(permit, runId)
  const [file, packed] = await Promise.all([findImportFile(db(), runId), findImportCells(db(), runId)])
  if (!file || !packed) throw new AppError('not-found', 'no longer kept')
  const { plan } = file
  const used = (plan.columns ?? []).flatMap((column, place) => (column ? [{ column, place }] : []))
  // A person who corrects the file needs a column for the address, even if the list had none.
  const columns = used.some(({ column }) => column === 'email')
    ? used
    : [{ column: 'email' as const, place: -1 }, ...used]
  const byLine = new Map((await unpackCells(packed)).map(({ line, cells }) => [line, cells]))
  const mended = new Map(plan.fixes.map(({ line, cells }) => [line, cells]))
  const left = await findLeftRows(sql(), runId)
  return {
    columns: columns.map(({ column }) => column),
    rows: left.flatMap(({ line, problem, outcome }) => {
      const why = whyOf(problem, outcome)
      if (!why) return []
      const cells = columns.map(
        ({ column, place }) => mended.get(line)?.[column as Mendable] ?? byLine.get(line)?.[place] ?? '',
      )
      return [{ cells, why }]
    }),
  }
}

function whyOf(problem: RowProblem | null, outcome: Outcome | null): WhyRefused | null {
  if (problem) return { problem }
  return outcome && !isImported(outcome) ? { outcome } : null
}
