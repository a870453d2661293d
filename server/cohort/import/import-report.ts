import 'server-only'
import { type ImportStage, stageOfImport } from '@/domain/cohort/import/import-stage'
import { VERDICTS, type Verdict } from '@/domain/cohort/import/verdict'
import { PAGE_ROWS, type Places, placesOf } from '@/domain/cohort/page-of'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import {
  countRows,
  findImportRun,
  findRows,
  type ImportRunRow,
  type RunCounts,
  type ValidatedRow,
} from '../../db/imports'
import { isUuid } from '../cohort-permit'

export type { ValidatedRow }
export type ImportProgress = {
  run: ImportRunRow
  counts: RunCounts
  stage: ImportStage
  /** Rows to take in. */
  toAdd: number
}
export type ImportReport = ImportProgress & {
  /** What the rows are narrowed to; null: all of them. */
  verdict: Verdict | null
  /** How many rows there are of these, and in all. */
  shown: number
  total: number
  rows: readonly ValidatedRow[]
  places: Places
}

/** How far a list is. @throws {AppError} not-found, also for a list of another cohort */
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
 * What a list would do, did or is doing: a page of its rows, those that are wrong before all others.
 *
 * @param asked what the address says; anything that is no verdict is all of them.
 * @throws {AppError} as importProgress does
 */
export async function importReport(
  permit: Permit<'cohort:enrol'>,
  runId: string,
  asked: { show: string | null; page: string | null },
  now: Date,
): Promise<ImportReport> {
  const progress = await importProgress(permit, runId, now)
  const verdict = VERDICTS.find((one) => one === asked.show) ?? null
  const total = VERDICTS.reduce((sum, one) => sum + progress.counts[one], 0)
  const shown = verdict ? progress.counts[verdict] : total
  const places = placesOf(shown, asked.page)
  const window = { verdict, skip: Math.max(0, places.from - 1), limit: PAGE_ROWS }
  return { ...progress, verdict, shown, total, rows: await findRows(sql(), runId, window), places }
}
