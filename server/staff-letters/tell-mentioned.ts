import 'server-only'
import { reviewPath, type TextKey } from '@/domain/editorial/text-key'
import type { Locale } from '@/domain/locale'
import type { Tx } from '../db/client'
import { findStaffReaders } from '../db/work-letters'
import { storeWork } from '../mail/store-letters'
import { isPaused, letterTo } from './staff-letters'

type Mentioned = { accountIds: readonly string[]; key: TextKey; language: Locale; threadId: string }

/** Writes to reviewers whom a comment mentions, in the transaction that stores it. */
export async function tellMentioned(
  tx: Tx,
  { accountIds, key, language, threadId }: Mentioned,
  now: Date,
): Promise<void> {
  if (accountIds.length === 0) return
  const readers = await findStaffReaders(tx, accountIds)
  const path = `${reviewPath(key, language)}?view=comments&thread=${threadId}`
  const letters = readers
    .filter((reader) => reader.atOnce && !isPaused(reader, now))
    .map((reader) => ({ letter: letterTo(reader, 'mentioned', path), accountId: reader.accountId }))
  await storeWork(tx, letters, now)
}
