import 'server-only'
import type { ListColumn } from '@/domain/cohort/import/columns'
import { emailsIn, judgeRows } from '@/domain/cohort/import/judge-rows'
import { tidyLine } from '@/domain/form/plain-line'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit'
import { db, sql } from '../../db/client'
import { findKnown, insertListRun } from '../../db/imports'
import type { ListProblem } from './import'
import { readInWorker } from './read-in-worker'
import { inTurn } from './reading-turns'

export type CheckedList =
  | { status: 'checked'; runId: string }
  | { status: 'refused'; problem: ListProblem }
  | { status: 'twice'; column: ListColumn }

const LONGEST_FILE_NAME = 120

/**
 * A dry run: reads a list, judges each row and keeps the report. Nobody is invited.
 *
 * @throws {AppError} lists-busy
 */
export async function checkList(
  { actor, target }: Permit<'cohort:enrol'>,
  file: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<CheckedList> {
  const list = await inTurn(() => readInWorker(file.bytes))
  if (list.status !== 'read') return list

  const { cohortId, institutionId } = target
  const known = await findKnown(sql(), cohortId, emailsIn(list.lines))
  const judged = judgeRows(list.lines, known)
  const { encoding, named: columns } = list
  const run = { cohortId, byId: actor.accountId, fileName: nameOf(file.name), encoding, columns }
  const runId = await db().$transaction(async (tx) => {
    const id = await insertListRun(tx, run, judged, now)
    const details = { cohortId, runId: id, rows: judged.length }
    await recordAct(tx, { act: 'list-checked', actorId: actor.accountId, institutionId, details }, now)
    return id
  })
  return { status: 'checked', runId }
}

function nameOf(name: string): string {
  return [...tidyLine(name).replace(/\p{C}/gu, '')].slice(0, LONGEST_FILE_NAME).join('')
}
