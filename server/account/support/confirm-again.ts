import 'server-only'
import { AppError } from '@/domain/errors'
import { spendLimit } from '../../auth/limits'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { db } from '../../db/client'
import { storeNecessary } from '../../mail/store-letters'
import { wake } from '../../queue/wake'
import { letterTo, makeConfirmLink } from '../email-link'
import { findWaiting } from '../send-confirmation'

/**
 * Sends the letter that confirms an address again. The limit of letters to one address counts here too.
 *
 * @throws {AppError} not-found if nothing waits for a confirmation there, too-many-requests
 */
export async function sendConfirmationFor(
  { actor, target }: Permit<'account:confirm-again'>,
  reason: string,
  now: Date,
): Promise<void> {
  const waiting = await findWaiting(target.email, now)
  if (!waiting) throw new AppError('not-found', 'nothing waits for a confirmation')
  await spendLimit('mail', target.email, now)
  const letter = letterTo(waiting, 'confirm', await makeConfirmLink(waiting, now, null))
  await db().$transaction(async (tx) => {
    const actorId = actor.kind === 'person' ? actor.accountId : null
    await recordAct(tx, { act: 'confirmation-resent', actorId, subjectId: target.accountId ?? null, reason }, now)
    await storeNecessary(tx, letter, { accountId: target.accountId ?? null }, now)
  })
  await wake('mail')
}
