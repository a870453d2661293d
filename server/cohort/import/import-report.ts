import 'server-only'
import { type ImportStage, stageOfImport } from '@/domain/cohort/import/import-stage'
import { VERDICTS, type Verdict } from '@/domain/cohort/import/verdict'
import { AppError } from '@/domain/errors'
import { PAGE_ROWS, type Places, placesOf } from '@/domain/list/page-of'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import { findImportFile } from '../../db/cohort/import-files'
import {
  countRows,
  findImportRun,
  findRows,
  type ImportRunRow,
  type RunCounts,
  type ValidatedRow,
} from '../../db/cohort/import-runs'

export type { ValidatedRow }
export type ImportProgress = {
  run: ImportRunRow
  counts: RunCounts
  stage: ImportStage
  /** The number of rows to import. */
  toAdd: number
}
export type ImportReport = ImportProgress & {
  /** The filter of the rows; null: all of them. */
  verdict: Verdict | null
  /** The number of rows that match the filter, and of all rows. */
  shown: number
  total: number
  rows: readonly ValidatedRow[]
  places: Places
  /** The uploaded list is still kept, so that its refused rows can be downloaded. */
  kept: boolean
}

/** The progress of an import. @throws {AppError} not-found, also for an import into another cohort */
export async function importProgress(
  { target }: Permit<'cohort:enrol'>,
  runId: string,
  now: Date,
): Promise<ImportProgress> {
  const run = isUuid(runId) ? await findImportRun(db(), runId) : null
  if (!run || run.cohortId !== target.cohortId) throw new AppError('not-found', 'list')
  const counts = await countRows(sql(), runId)
  const toAdd = counts.new + counts.existing
  return { run, counts, stage: stageOfImport({ ...run, ...counts, toAdd }, now), toAdd }
}

/**
 * What an import would do, is doing or did: one page of its rows, rows with errors first.
 *
 * @param asked the filter from the address; anything that is not a verdict means all rows.
 * @throws {AppError} as importProgress does
 */
export async function importReport(
  permit: Permit<'cohort:enrol'>,
  runId: string,
  asked: { show: string | null; page: string | null },
  now: Date,
): Promise<ImportReport> {
  const progress = await importProgress(permit, runId, now)
  const verdict = VERDICTS.find((known) => known === asked.show) ?? null
  const total = VERDICTS.reduce((sum, one) => sum + progress.counts[one], 0)
  const shown = verdict ? progress.counts[verdict] : total
  const places = placesOf(shown, asked.page)
  const window = { verdict, skip: Math.max(0, places.from - 1), limit: PAGE_ROWS }
  const [rows, file] = await Promise.all([findRows(sql(), runId, window), findImportFile(db(), runId)])
  return { ...progress, verdict, shown, total, rows, places, kept: file !== null }
}
