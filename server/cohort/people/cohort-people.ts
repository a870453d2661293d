import 'server-only'
import { decide } from '@/domain/auth/policy'
import { actsOn, type MemberAct } from '@/domain/cohort/member-acts'
import type { Permit } from '../../auth/permit'
import { sql } from '../../db/client'
import { findPeople, type Narrowing, type PersonRow } from '../../db/cohort-people'
import { countByStatus, type StatusCounts } from '../../db/cohort-progress'
import type { CohortRow } from '../../db/cohorts'

export const PEOPLE_SHOWN = 100
export type Person = PersonRow & { acts: readonly MemberAct[] }
export type CohortPeople = {
  people: readonly Person[]
  /** There are more of them on the next page. */
  more: boolean
  statuses: StatusCounts
}

/** Who is on a cohort's list, with what the caller may do about each. @param page the first is 1. */
export async function cohortPeople(
  { actor, target }: Permit<'cohort:read'>,
  cohort: CohortRow,
  narrowing: Narrowing,
  page: number,
): Promise<CohortPeople> {
  const window = { from: (page - 1) * PEOPLE_SHOWN, limit: PEOPLE_SHOWN + 1 }
  const [rows, statuses] = await Promise.all([
    findPeople(sql(), cohort.id, narrowing, window),
    countByStatus(sql(), cohort.id),
  ])
  const enrol = decide(actor, 'cohort:enrol', target) === 'allowed'
  const acts = ({ status, accountId }: PersonRow): MemberAct[] => {
    if (cohort.archivedAt) return []
    const decides = decide(actor, 'cohort:decide', { ...target, askedBy: accountId }) === 'allowed'
    const offered = actsOn(status, { decide: decides, enrol })
    return accountId === actor.accountId ? offered.filter((act) => act !== 'invite') : offered
  }
  const people = rows.slice(0, PEOPLE_SHOWN).map((row) => ({ ...row, acts: acts(row) }))
  return { people, more: rows.length > PEOPLE_SHOWN, statuses }
}
