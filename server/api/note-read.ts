import 'server-only'
import { dayOf, startOfDay } from '@/domain/cohort/day'
import { recordApiRead } from '../db/api-reads'
import { sql } from '../db/client'
import type { ApiAccess } from './open-token'

type Read = { what: 'members' | 'certificates' | 'attendance'; of: string | null }

/** Records that data of people is about to be sent, once a day for each token and list. If this fails, it is not sent. */
export async function noteApiRead(
  { tokenId, tokenName, institutionId }: ApiAccess,
  read: Read,
  now: Date,
): Promise<void> {
  await recordApiRead(sql(), { tokenId, tokenName, institutionId, ...read }, startOfDay(dayOf(now)), now)
}
