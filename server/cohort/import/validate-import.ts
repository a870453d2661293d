import 'server-only'
import { UNDECIDED } from '@/domain/cohort/import/reading-plan'
import { emailsIn, validateRows } from '@/domain/cohort/import/validate-rows'
import { tidyLine } from '@/domain/form/plain-line'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { db, sql } from '../../db/client'
import { findImportChoices, insertImportFile } from '../../db/cohort/import-files'
import { findKnown, insertImportRun } from '../../db/cohort/import-runs'
import { headOf, packCells } from './kept-cells'
import { readInWorker } from './read-in-worker'
import { inTurn } from './reading-turns'
import type { RosterProblem } from './roster'

export type ValidatedImport = { status: 'checked'; runId: string } | { status: 'refused'; problem: RosterProblem }

const LONGEST_FILE_NAME = 120

/**
 * A dry run: reads a roster, judges each row and stores the report. Nobody is invited.
 *
 * @throws {AppError} imports-busy
 */
export async function validateImport(
  { actor, target }: Permit<'cohort:enrol'>,
  file: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<ValidatedImport> {
  const { cohortId, institutionId } = target
  // The earlier decisions of the institution about its lists apply to this one too.
  const plan = { ...UNDECIDED, answers: await findImportChoices(db(), institutionId) }
  const list = await inTurn(() => readInWorker(file.bytes, plan))
  if (list.status !== 'read') return list

  const known = await findKnown(sql(), cohortId, emailsIn(list.lines))
  const judged = validateRows(list.lines, known)
  const { encoding, named: columns } = list
  const run = { cohortId, byId: actor.accountId, fileName: nameOf(file.name), encoding, columns }
  const kept = {
    cells: await packCells(list.cells),
    head: headOf(list.cells),
    plan: { ...plan, header: list.header, columns: list.columns },
    values: list.values,
  }
  const runId = await db().$transaction(async (tx) => {
    const id = await insertImportRun(tx, run, judged, now)
    await insertImportFile(tx, id, kept, now)
    const details = { cohortId, runId: id, rows: judged.length }
    await recordAct(tx, { act: 'list-checked', actorId: actor.accountId, institutionId, details }, now)
    return id
  })
  return { status: 'checked', runId }
}

function nameOf(name: string): string {
  return [...tidyLine(name).replace(/\p{C}/gu, '')].slice(0, LONGEST_FILE_NAME).join('')
}
