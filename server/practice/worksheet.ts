import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { db } from '../db/client'
import { noteDone } from '../db/practice/practice-done'
import { type FoundCase, readableCase } from './read-cases'

/** An invented file with its worksheet: the authors' own reading of the signs. @throws {AppError} not-found */
export async function worksheetFile({ actor }: Permit<'account:read'>, id: string) {
  const found: FoundCase<'grid'> = await readableCase(actor, 'grid', id)
  const reading = found.found.file.worksheet
  if (!reading) throw new AppError('not-found', 'worksheet of a file')
  return { ...found, reading }
}

/** Records that she has completed the worksheet of a file. Her answers are not stored. */
export async function noteWorksheetDone(
  { target }: Permit<'account:read'>,
  { caseId, courseId }: { caseId: string; courseId: string },
  now: Date,
): Promise<void> {
  await db().$transaction((tx) => noteDone(tx, target.accountId, { kind: 'worksheet', caseId, courseId }, now))
}
