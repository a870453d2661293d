import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { db } from '../db/client'
import { noteDone } from '../db/practice-done'
import { type FoundCase, readableCase } from './read-cases'

/** An invented file whose signs the authors have read. @throws {AppError} not-found */
export async function worksheetFile({ actor }: Permit<'account:read'>, id: string) {
  const found: FoundCase<'grid'> = await readableCase(actor, 'grid', id)
  const reading = found.found.file.worksheet
  if (!reading) throw new AppError('not-found', 'worksheet of a file')
  return { ...found, reading }
}

/** Notes that she has gone through the worksheet of a file. What she answered is not stored. */
export async function noteWorksheetDone(
  { target }: Permit<'account:read'>,
  { caseId, courseId }: { caseId: string; courseId: string },
  now: Date,
): Promise<void> {
  await db().$transaction((tx) => noteDone(tx, target.accountId, { kind: 'worksheet', caseId, courseId }, now))
}
