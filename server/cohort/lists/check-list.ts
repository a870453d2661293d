import 'server-only'
import { tidyLine } from '@/domain/access/plain-line'
import { type ListColumn, readHeader } from '@/domain/cohort/import/columns'
import { emailsIn, judgeRows } from '@/domain/cohort/import/judge-rows'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit'
import { db } from '../../db/client'
import { dropOldLists, findKnown, insertListRun } from '../../db/lists'
import type { ListProblem } from './list'
import { readList } from './read-list'

export type CheckedList =
  | { status: 'checked'; runId: string }
  | { status: 'refused'; problem: ListProblem | 'no-email' }
  | { status: 'twice'; column: ListColumn }

const KEPT_MS = 31 * 86_400_000
const LONGEST_FILE_NAME = 120

/** A dry run: reads a list, judges each row and keeps the report. Nobody is invited. */
export async function checkList(
  { actor, target }: Permit<'cohort:enrol'>,
  file: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<CheckedList> {
  const list = await readList(file.bytes)
  if (list.status === 'refused') return list
  const [first, ...rows] = list.rows
  const header = readHeader(first?.cells ?? [])
  if (header.status === 'twice') return header
  if (header.status === 'no-email') return { status: 'refused', problem: 'no-email' }

  const { cohortId, institutionId } = target
  const known = await findKnown(db(), cohortId, emailsIn(rows, header.columns))
  const judged = judgeRows(rows, header.columns, known)
  const run = { cohortId, byId: actor.accountId, fileName: nameOf(file.name), encoding: list.encoding }
  const runId = await db().$transaction(async (tx) => {
    await dropOldLists(tx, new Date(now.getTime() - KEPT_MS))
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
