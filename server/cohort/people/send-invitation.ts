import 'server-only'
import type { Db } from '../../db/client'
import type { MemberRow } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { endInvitations } from '../../db/cohort/invitations'
import { cohortFacts } from '../cohort-facts'
import { invite } from '../invite'
import { recipientOf } from './recipients'

/** Sends an invitation. Earlier invitations of the member no longer work. */
export async function sendInvitation(tx: Db, member: MemberRow, cohort: CohortRow, now: Date): Promise<void> {
  await endInvitations(tx, member.id, now)
  const facts = await cohortFacts(tx, cohort)
  await invite(tx, { memberId: member.id, ...(await recipientOf(tx, member)) }, cohort, facts, now)
}
