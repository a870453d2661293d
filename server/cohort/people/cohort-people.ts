import 'server-only'
import { decide } from '@/domain/auth/policy'
import type { Entry } from '@/domain/cohort/entry/entry'
import { actsOn, type MemberAct } from '@/domain/cohort/member-acts'
import type { PeopleQuery } from '@/domain/cohort/people-query'
import type { Caller } from '../../auth/caller'
import type { Permit } from '../../auth/permit'
import { sql } from '../../db/client'
import { findPeople, type Narrowing, type PersonRow } from '../../db/cohort-people'
import { countByStatus, type StatusCounts } from '../../db/cohort-progress'
import type { CohortRow } from '../../db/cohorts'
import { requireCohort } from '../cohort-permit'
import { entryOf } from '../entry/entry-settings'
import { noteViews } from '../note-views'

export const PEOPLE_SHOWN = 100
export type Person = PersonRow & { acts: readonly MemberAct[] }
export type CohortPeople = {
  people: readonly Person[]
  /** True if there is a next page. */
  more: boolean
  statuses: StatusCounts
}

/** The view model of the page of a cohort's people. */
export type OpenedPeople = CohortPeople & { cohort: CohortRow; entry: Entry; mayEnrol: boolean }

/**
 * The people of a cohort and its self-enrolment. It records that they are shown. @throws {AppError} not-found, or as
 * requirePermission does
 */
export async function openCohortPeople(
  caller: Caller,
  cohortId: string,
  asked: PeopleQuery,
  now: Date,
): Promise<OpenedPeople> {
  const { cohort, permit } = await requireCohort(caller, 'cohort:read', cohortId)
  const [listed, entry] = await Promise.all([cohortPeople(permit, cohort, asked, asked.page), entryOf(permit)])
  const ids = listed.people.flatMap(({ accountId }) => accountId ?? [])
  await noteViews(permit, cohort, ids, now)
  const mayEnrol = !cohort.archivedAt && decide(permit.actor, 'cohort:enrol', permit.target) === 'allowed'
  return { ...listed, cohort, entry, mayEnrol }
}

/**
 * The people of a cohort, each with what the caller may do.
 *
 * @param page the first is 1.
 */
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
