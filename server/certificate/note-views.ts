import 'server-only'
import { dayOf, startOfDay } from '@/domain/cohort/day'
import type { Permit } from '../auth/permit'
import { recordViews } from '../db/audit'
import { db } from '../db/client'

/**
 * Notes whose certificates are about to be shown to who may withdraw them, once a day for each person: what cannot be noted
 * is not shown. The act itself says why.
 */
export async function noteCertificateViews(
  { actor, target }: Permit<'certificate:list'>,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  if (subjectIds.length === 0) return
  const { institutionId } = target
  const views = {
    act: 'certificate-viewed',
    actorId: actor.accountId,
    subjectIds,
    institutionId,
    reason: null,
  } as const
  await recordViews(db(), views, startOfDay(dayOf(now)), now)
}
