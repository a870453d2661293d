import 'server-only'
import { type ListStage, stageOfList } from '@/domain/cohort/import/list-stage'
import { VERDICTS, type Verdict } from '@/domain/cohort/import/verdict'
import { PAGE_ROWS, type Places, placesOf } from '@/domain/cohort/page-of'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import { countRows, findListRun, findRows, type JudgedRow, type ListRunRow, type RunCounts } from '../../db/imports'
import { isUuid } from '../cohort-permit'

export type { JudgedRow }
export type ListProgress = {
  run: ListRunRow
  counts: RunCounts
  stage: ListStage
  /** Rows to take in. */
  toAdd: number
}
export type ListReport = ListProgress & {
  /** What the rows are narrowed to; null: all of them. */
  verdict: Verdict | null
  /** How many rows there are of these, and in all. */
  shown: number
  total: number
  rows: readonly JudgedRow[]
  places: Places
}

/** How far a list is. @throws {AppError} not-found, also for a list of another cohort */
export async function listProgress(
  { target }: Permit<'cohort:enrol'>,
  runId: string,
  now: Date,
): Promise<ListProgress> {
  const run = isUuid(runId) ? await findListRun(db(), runId) : null
  if (!run || run.cohortId !== target.cohortId) throw new AppError('not-found', 'list')
  const counts = await countRows(sql(), runId)
  const toAdd = counts.new + counts.existing
  return { run, counts, stage: stageOfList({ ...run, ...counts, toAdd }, now), toAdd }
}

/**
 * What a list would do, did or is doing: a page of its rows, those that are wrong before all others.
 *
 * @param asked what the address says; anything that is no verdict is all of them.
 * @throws {AppError} as listProgress does
 */
export async function listReport(
  permit: Permit<'cohort:enrol'>,
  runId: string,
  asked: { show: string | null; page: string | null },
  now: Date,
): Promise<ListReport> {
  const progress = await listProgress(permit, runId, now)
  const verdict = VERDICTS.find((one) => one === asked.show) ?? null
  const total = VERDICTS.reduce((sum, one) => sum + progress.counts[one], 0)
  const shown = verdict ? progress.counts[verdict] : total
  const places = placesOf(shown, asked.page)
  const window = { verdict, skip: Math.max(0, places.from - 1), limit: PAGE_ROWS }
  return { ...progress, verdict, shown, total, rows: await findRows(sql(), runId, window), places }
}
