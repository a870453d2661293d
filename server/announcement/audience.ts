import 'server-only'
import type { Audience, Group } from '@/domain/announcement/announcement'
import { GROUPS } from '@/domain/announcement/announcement'
import type { Situation } from '@/domain/cohort/at-risk'
import { coursesOf } from '../cohort/courses'
import { followPeople } from '../cohort/follow-people'
import { type AudienceMember, findAudience, findRecipients } from '../db/announcement/announcements'
import { sql, type Tx } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import type { Sql } from '../db/sql'

/** The people in each situation, by the ids of their places. */
async function membersBySituation(on: Sql, cohort: CohortRow, now: Date): Promise<Map<Situation, string[]>> {
  const members = new Map<Situation, string[]>()
  for (const { memberId, situation } of await followPeople(on, cohort, await coursesOf(cohort), now))
    members.set(situation, [...(members.get(situation) ?? []), memberId])
  return members
}

/** The people for whom an announcement is now. People who no longer take part are left out. */
export async function peopleOf(
  on: Sql,
  cohort: CohortRow,
  audience: { audience: Audience; named: readonly string[] },
  now: Date,
): Promise<AudienceMember[]> {
  const { audience: group, named } = audience
  if (group === 'everybody') return findAudience(on, cohort.id, null)
  if (group === 'chosen') return findAudience(on, cohort.id, named)
  const members = (await membersBySituation(on, cohort, now)).get(group)
  return findAudience(on, cohort.id, members ?? [])
}

/** The members for whom it is, read in the transaction that fixes the recipients of an announcement. */
export async function peopleToSettle(
  tx: Tx,
  cohort: CohortRow,
  { id, audience }: { id: string; audience: Audience },
  now: Date,
): Promise<string[]> {
  if (audience === 'chosen') return findRecipients(tx, id)
  return (await peopleOf(tx, cohort, { audience, named: [] }, now)).map(({ memberId }) => memberId)
}

/** The number of people in each group now. Empty groups are left out, except `everybody`. */
export async function countGroups(cohort: CohortRow, now: Date): Promise<{ group: Group; people: number }[]> {
  const [everybody, situations] = await Promise.all([
    findAudience(sql(), cohort.id, null),
    membersBySituation(sql(), cohort, now),
  ])
  return GROUPS.map((group) => ({
    group,
    people: group === 'everybody' ? everybody.length : (situations.get(group)?.length ?? 0),
  })).filter(({ group, people }) => group === 'everybody' || people > 0)
}
