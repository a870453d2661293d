import 'server-only'
import { isChangeable } from '@/domain/announcement/announcement'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import { spendLimit } from '../auth/limits'
import type { WithCohort } from '../cohort/cohort-permit'
import { findAccount } from '../db/account/accounts'
import { db } from '../db/client'
import { storeAllNecessary } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { testLetters, wordingOf } from './announcement-letter'
import { ownAnnouncement } from './announcement-page'

/**
 * Sends an announcement as a test, only to the person who requests it, in each language in which it is written. The
 * announcement itself does not change.
 *
 * @throws {AppError} not-found, also for an announcement of another cohort; conflict once it was sent or the cohort is
 * over; too-many-requests
 */
export async function sendTest(
  { cohort, permit }: WithCohort<'cohort:announce'>,
  id: string,
  now: Date,
): Promise<void> {
  const announcement = await ownAnnouncement(cohort, id)
  if (isOver(phaseOf(cohort, now)) || !isChangeable(announcement.state)) throw new AppError('conflict', 'it has left')
  const { accountId } = permit.actor
  await spendLimit('announcement-test', accountId, now)
  const writer = await findAccount(db(), accountId)
  if (!writer) throw new AppError('not-found', 'account')
  const wording = await wordingOf(db(), cohort, announcement)
  const letters = testLetters(writer, wording, `/cohorts/${cohort.id}/messages/${id}`)
  await storeAllNecessary(
    db(),
    letters.map((letter) => ({ letter, refs: { accountId } })),
    now,
  )
  await wake('mail')
}
