import 'server-only'
import { dayOf, startOfDay } from '@/domain/time/day'
import { recordApiRead } from '../db/api/api-reads'
import { sql } from '../db/client'
import type { ApiAccess } from './open-token'

type Read = { what: 'members' | 'certificates' | 'attendance'; of: string | null }

/** Records, once a day for each token and list, that personal data is about to be sent. If this fails, none is sent. */
export async function noteApiRead(
  { tokenId, tokenName, institutionId }: ApiAccess,
  read: Read,
  now: Date,
): Promise<void> {
  await recordApiRead(sql(), { tokenId, tokenName, institutionId, ...read }, startOfDay(dayOf(now)), now)
}
