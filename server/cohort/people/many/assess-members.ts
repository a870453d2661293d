import 'server-only'
import { type ChoiceAct, type LeftOut, leftOut, reasonOf } from '@/domain/cohort/many-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { ReminderReason } from '@/domain/cohort/reminding'
import type { CohortRow } from '../../../db/cohort/cohorts'
import { type ChoosableRow, findChoosable } from '../../../db/cohort/people-sets'
import type { Sql } from '../../../db/sql'
import type { Followed } from '../../follow-people'
import { followedIn } from '../followed-in'

/** A chosen person, as the act sees her now. */
export type Looked = {
  member: ChoosableRow
  left: LeftOut | null
  /** For a reminder: its reason, and her progress. */
  due: { why: ReminderReason; followed: Followed } | null
}

/** How the act sees these people now. One query and, for a reminder, one more for each course. */
export async function assessMembers(
  sql: Sql,
  cohort: CohortRow,
  { act, by }: { act: ChoiceAct; by: string | null },
  memberIds: readonly string[],
  now: Date,
): Promise<Looked[]> {
  const members = await findChoosable(sql, cohort.id, memberIds)
  const { people, reasons } =
    act === 'remind' ? await followedIn(sql, cohort, now, memberIds) : { people: [], reasons: [] }
  const followed = new Map(people.map((one) => [one.memberId, one]))
  return members.map((member) => {
    const her = followed.get(member.id) ?? null
    const own = member.accountId !== null && member.accountId === by
    const left = leftOut(act, { ...member, own, followed: her }, reasons, now)
    const why = her && reasonOf(her, reasons)
    return { member, left, due: her && why && left === null ? { why, followed: her } : null }
  })
}

/**
 * Why the act leaves out a person whom it did not leave out when she was chosen; null if it still includes her.
 *
 * @param before her status when she was chosen.
 */
export function leftSince({ member, left }: Looked, before: MemberStatus | undefined): LeftOut | null {
  return member.status === before ? left : 'changed'
}
