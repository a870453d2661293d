import 'server-only'
import type { RosterColumn } from '@/domain/cohort/import/columns'
import { emailsIn, validateRows } from '@/domain/cohort/import/validate-rows'
import { tidyLine } from '@/domain/form/plain-line'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit'
import { db, sql } from '../../db/client'
import { findKnown, insertImportRun } from '../../db/imports'
import { readInWorker } from './read-in-worker'
import { inTurn } from './reading-turns'
import type { RosterProblem } from './roster'

export type ValidatedImport =
  | { status: 'checked'; runId: string }
  | { status: 'refused'; problem: RosterProblem }
  | { status: 'twice'; column: RosterColumn }

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
  const list = await inTurn(() => readInWorker(file.bytes))
  if (list.status !== 'read') return list

  const { cohortId, institutionId } = target
  const known = await findKnown(sql(), cohortId, emailsIn(list.lines))
  const judged = validateRows(list.lines, known)
  const { encoding, named: columns } = list
  const run = { cohortId, byId: actor.accountId, fileName: nameOf(file.name), encoding, columns }
  const runId = await db().$transaction(async (tx) => {
    const id = await insertImportRun(tx, run, judged, now)
    const details = { cohortId, runId: id, rows: judged.length }
    await recordAct(tx, { act: 'list-checked', actorId: actor.accountId, institutionId, details }, now)
    return id
  })
  return { status: 'checked', runId }
}

function nameOf(name: string): string {
  return [...tidyLine(name).replace(/\p{C}/gu, '')].slice(0, LONGEST_FILE_NAME).join('')
}
