import 'server-only'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Db } from '../../db/client'
import type { MemberRow } from '../../db/cohort-members'
import type { CohortRow } from '../../db/cohorts'
import { endInvitations } from '../../db/invitations'
import { cohortFacts } from '../cohort-facts'
import { invite } from '../invite'

/** Sends an invitation. Earlier invitations of the member no longer work. */
export async function sendInvitation(tx: Db, member: MemberRow, cohort: CohortRow, now: Date): Promise<void> {
  const locale = member.locale as Locale
  const { id: memberId, email } = member
  await endInvitations(tx, memberId, now)
  const facts = await cohortFacts(tx, cohort)
  await invite(tx, { memberId, email, name: nameIn(member, locale), locale }, cohort, facts, now)
}
