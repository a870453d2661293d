import 'server-only'
import type { ReadingPlan } from '@/domain/cohort/import/reading-plan'
import { emailsIn, validateRows } from '@/domain/cohort/import/validate-rows'
import type { KeptAnswers } from '@/domain/cohort/import/values-form'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import {
  findImportCells,
  findImportFile,
  type ImportFileRow,
  keepImportChoices,
  lockImportRun,
  replaceReading,
} from '../../db/cohort/import-files'
import { findImportRun, findKnown, type ImportRunRow } from '../../db/cohort/import-runs'
import { unpackCells } from './kept-cells'
import { rereadInWorker } from './read-in-worker'
import { inTurn } from './reading-turns'
import type { RosterProblem } from './roster'

export type OpenImport = { run: ImportRunRow; file: ImportFileRow | null }
export type Decision = {
  /** The revision of the page on which it was made. */
  revision: number
  plan: ReadingPlan
  /** What the institution keeps for its next lists. */
  keep: KeptAnswers
}

/**
 * An import with its file. @property file null once the import has started, or the file is no longer kept.
 *
 * @throws {AppError} not-found, also for an import into another cohort
 */
export async function openImport({ target }: Permit<'cohort:enrol'>, runId: string): Promise<OpenImport> {
  const run = isUuid(runId) ? await findImportRun(db(), runId) : null
  if (!run || run.cohortId !== target.cohortId) throw new AppError('not-found', 'list')
  return { run, file: run.startedAt ? null : await findImportFile(db(), runId) }
}

/**
 * Reads the rows of an import again by the plan that somebody decided. The rows that were judged before are replaced.
 *
 * @returns why the rows cannot be read in this way, or null.
 * @throws {AppError} not-found; conflict if the import has started or somebody else has decided meanwhile; imports-busy
 */
export async function rereadImport(
  { target }: Permit<'cohort:enrol'>,
  runId: string,
  { revision, plan, keep }: Decision,
  now: Date,
): Promise<RosterProblem | null> {
  const packed = await findImportCells(db(), runId)
  if (!packed) throw new AppError('conflict', 'no longer kept')
  const list = await inTurn(async () => rereadInWorker(await unpackCells(packed), plan))
  if (list.status === 'refused') return list.problem
  const judged = validateRows(list.lines, await findKnown(sql(), target.cohortId, emailsIn(list.lines)))
  const decided = { ...plan, header: list.header, columns: list.columns }
  await db().$transaction(async (tx) => {
    const locked = await lockImportRun(tx, runId)
    if (!locked || locked.startedAt || locked.revision !== revision) throw new AppError('conflict', 'decided meanwhile')
    await replaceReading(tx, runId, { plan: decided, values: list.values, columns: list.named }, judged)
    await keepImportChoices(tx, target.institutionId, keep, now)
  })
  return null
}
