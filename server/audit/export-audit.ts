import 'server-only'
import { type AuditFilter, writeAuditFilter } from '@/domain/audit/audit-filter'
import { csvRow } from '@/domain/cohort/export/cell'
import { BYTE_ORDER_MARK } from '@/domain/csv'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { findLog, type LogQuery, type LogRow } from '../db/audit/audit-log'
import { db, sql } from '../db/client'
import type { StreamedFile } from '../stream-file'
import { queryUnlessTooMany, withoutDecliner } from './read-audit'

const AT_ONCE = 1000

/** How the entries are written, in the reader's language. */
export type LogWords = { headings: readonly string[]; line: (entry: LogRow) => readonly string[] }

/**
 * The entries of the audit log that a filter selects, not folded, as a file. The export itself is recorded in the log,
 * with its reason and filter. The entries are read while the file is sent, the newest first.
 *
 * @throws {AppError} invalid-input if too many people have the name that was typed.
 */
export async function exportAudit(
  { actor, target: { institutionId } }: Permit<'audit:export'>,
  { filter, reason, words }: { filter: AuditFilter; reason: string; words: LogWords },
  now: Date,
): Promise<StreamedFile> {
  const query = await queryUnlessTooMany(institutionId, filter)
  if (query === null) throw new AppError('invalid-input', 'too many people of one name')
  const details = { filter: writeAuditFilter(filter) }
  await recordAct(db(), { act: 'audit-exported', actorId: actor.accountId, institutionId, reason, details }, now)
  const name = `audit-${dayOf(now)}.csv`
  return { name, plainName: name, type: 'text/csv; charset=utf-8', bytes: linesOf(query, words) }
}

async function* linesOf(
  query: Omit<LogQuery, 'before' | 'limit'>,
  { headings, line }: LogWords,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encode = (text: string) => new TextEncoder().encode(text)
  yield encode(BYTE_ORDER_MARK + csvRow(headings))
  let before: bigint | null = null
  do {
    const some: LogRow[] = await findLog(sql(), { ...query, before, limit: AT_ONCE }, false)
    if (some.length > 0) yield encode(some.map((entry) => csvRow(line(withoutDecliner(entry)))).join(''))
    before = some.length === AT_ONCE ? (some.at(-1)?.id ?? null) : null
  } while (before !== null)
}
