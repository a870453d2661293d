import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { countRows, findListRun, findRows, type ListRunRow, type RunCounts } from '../../db/lists'

export const ROWS_SHOWN = 200
export type ListReport = {
  run: ListRunRow
  counts: RunCounts
  /** The first {@link ROWS_SHOWN}, those that are wrong before all others. */
  rows: Awaited<ReturnType<typeof findRows>>
}

/** What a list would do, did or is doing. @throws {AppError} not-found, also for a list of another cohort */
export async function listReport({ target }: Permit<'cohort:enrol'>, runId: string): Promise<ListReport> {
  const run = UUID.test(runId) ? await findListRun(db(), runId) : null
  if (!run || run.cohortId !== target.cohortId) throw new AppError('not-found', 'list')
  const [counts, rows] = await Promise.all([countRows(db(), runId), findRows(db(), runId, 0, ROWS_SHOWN)])
  return { run, counts, rows }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
