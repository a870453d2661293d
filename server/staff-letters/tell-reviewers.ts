import 'server-only'
import type { WorkLetterKind } from '@/domain/letter/letter'
import type { Tx } from '../db/client'
import { findStaffReaders } from '../db/desk/work-letters'
import { storeWork } from '../mail/store-letters'
import { isPaused, letterTo } from './staff-letters'

/** Writes to reviewers what concerns them, in the transaction of the act. @param path without the language */
export async function tellReviewers(
  tx: Tx,
  accountIds: readonly string[],
  kind: Extract<WorkLetterKind, 'mentioned' | 'wordingRejected'>,
  path: string,
  now: Date,
): Promise<void> {
  if (accountIds.length === 0) return
  const readers = await findStaffReaders(tx, accountIds)
  const letters = readers
    .filter((reader) => reader.atOnce && !isPaused(reader, now))
    .map((reader) => ({ letter: letterTo(reader, kind, path), accountId: reader.accountId }))
  await storeWork(tx, letters, now)
}
