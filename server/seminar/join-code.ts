import 'server-only'
import { formatEntryCode, makeEntryCode, readEntryCode } from '@/domain/cohort/entry/entry-code'
import { hashOf } from '../account/email-link'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db } from '../db/client'
import { setJoinCode } from '../db/seminar/seminar-registrations'
import { secureRandom } from '../random'

/** Whether a typed code opens a seminar whose code has this hash. */
export function isJoinCode(typed: string, hash: string | null): boolean {
  const code = readEntryCode(typed)
  return code !== null && hash !== null && hashOf(code) === hash
}

/** Makes a code for a seminar. An earlier one stops working. @returns the code: only its hash is stored. */
export async function renewJoinCode({ actor, target }: Permit<'seminar:change'>, now: Date): Promise<string> {
  const code = makeEntryCode(secureRandom)
  const { institutionId, seminarId } = target
  await db().$transaction(async (tx) => {
    await setJoinCode(tx, seminarId, hashOf(code))
    const facts = { actorId: actor.accountId, institutionId, details: { seminar: seminarId } }
    await recordAct(tx, { act: 'seminar-code-made', ...facts }, now)
  })
  return formatEntryCode(code)
}
