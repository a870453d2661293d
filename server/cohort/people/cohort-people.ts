import 'server-only'
import { decide } from '@/domain/auth/policy'
import type { Entry } from '@/domain/cohort/entry/entry'
import { type ChoiceAct, manyActsFor } from '@/domain/cohort/many-acts'
import { actsOn, isAddressOpen, type MemberAct } from '@/domain/cohort/member-acts'
import { hasSeat, type MemberStatus, SEATED } from '@/domain/cohort/membership'
import { type PeopleQuery, sortOf, wordsToFind } from '@/domain/cohort/people-query'
import { phaseOf } from '@/domain/cohort/phase'
import { PAGE_ROWS, type Places, placesOf } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import type { Caller } from '../../auth/caller'
import type { Permit } from '../../auth/permit'
import { sql } from '../../db/client'
import { countPeople, findPeople, type Narrowing, type PersonRow } from '../../db/cohort/cohort-people'
import type { StatusCounts } from '../../db/cohort/cohort-progress'
import type { CohortRow } from '../../db/cohort/cohorts'
import type { Sql } from '../../db/sql'
import { requireCohort } from '../cohort-permit'
import { entryOf } from '../entry/entry-settings'
import { noteViews } from '../note-views'
import { followedIn } from './followed-in'

export type Person = PersonRow & { acts: readonly MemberAct[] }
export type CohortPeople = {
  people: readonly Person[]
  /** How many are found, and where this page stands among them. */
  found: number
  places: Places
  statuses: StatusCounts
  /** Every seat is taken. */
  full: boolean
}

/** The view model of the page of a cohort's people. */
export type OpenedPeople = CohortPeople & {
  cohort: CohortRow
  entry: Entry
  mayEnrol: boolean
  /** What can be done about several of them at once. */
  many: readonly ChoiceAct[]
}

/**
 * The people of a cohort and its self-enrolment. It records that they are shown. @throws {AppError} not-found, or as
 * requirePermission does
 */
export async function openCohortPeople(
  caller: Caller,
  cohortId: string,
  asked: PeopleQuery,
  locale: Locale,
  now: Date,
): Promise<OpenedPeople> {
  const { cohort, permit } = await requireCohort(caller, 'cohort:read', cohortId)
  const [listed, entry] = await Promise.all([cohortPeople(permit, cohort, asked, locale, now), entryOf(permit)])
  const ids = listed.people.flatMap(({ accountId }) => accountId ?? [])
  await noteViews(permit, cohort, ids, now)
  const mayEnrol = !cohort.archivedAt && decide(permit.actor, 'cohort:enrol', permit.target) === 'allowed'
  const may = {
    enrol: mayEnrol,
    write: decide(permit.actor, 'cohort:announce', permit.target) === 'allowed',
    remind: decide(permit.actor, 'cohort:remind', permit.target) === 'allowed',
    decide: decide(permit.actor, 'cohort:decide', { ...permit.target, askedBy: null }) === 'allowed',
  }
  return { ...listed, cohort, entry, mayEnrol, many: manyActsFor(asked, phaseOf(cohort, now), may) }
}

/**
 * The people of a cohort, each with what the caller may do. It takes two queries, and one more for each course if the
 * people are filtered by their situation.
 */
export async function cohortPeople(
  permit: Permit<'cohort:read'>,
  cohort: CohortRow,
  asked: PeopleQuery,
  locale: Locale,
  now: Date,
): Promise<CohortPeople> {
  const narrowing = await narrowingOf(sql(), cohort, asked, now)
  const { found, statuses } = await countPeople(sql(), cohort.id, narrowing)
  const places = placesOf(found, String(asked.page))
  const from = Math.max(0, places.from - 1)
  const rows = await findPeople(sql(), cohort.id, narrowing, { sort: sortOf(asked), locale, from, limit: PAGE_ROWS })
  const full = isFull(cohort, statuses)
  const acts = actsFor(permit, cohort, full)
  return { people: rows.map((row) => ({ ...row, acts: acts(row) })), found, places, statuses, full }
}

/** Turns the query of the address into conditions for the database. */
export async function narrowingOf(
  sql: Sql,
  cohort: CohortRow,
  { typed, status, situation, letterFailed }: PeopleQuery,
  now: Date,
): Promise<Narrowing> {
  const words = wordsToFind(typed)
  if (!situation) return { words, status, letterFailed, among: null }
  const { people } = await followedIn(sql, cohort, now)
  const among = people.filter((one) => one.situation === situation).map(({ memberId }) => memberId)
  return { words, status: null, letterFailed, among }
}

export function isFull({ seats }: CohortRow, statuses: StatusCounts): boolean {
  return !hasSeat(
    seats,
    SEATED.reduce((sum, status) => sum + (statuses[status] ?? 0), 0),
  )
}

type Placed = { accountId: string | null; status: MemberStatus }

/**
 * What the caller may do about each person. An invitation is not offered while it could only be refused: to herself, or
 * while every seat is taken.
 */
export function actsFor({ actor, target }: Permit<'cohort:read'>, { archivedAt }: CohortRow, full: boolean) {
  const enrol = decide(actor, 'cohort:enrol', target) === 'allowed'
  return ({ status, accountId }: Placed): MemberAct[] => {
    if (archivedAt) return []
    const decides = decide(actor, 'cohort:decide', { ...target, askedBy: accountId }) === 'allowed'
    const offered = actsOn(status, { decide: decides, enrol }).filter(
      (act) => act !== 'address' || isAddressOpen({ status, accountId }),
    )
    return full || accountId === actor.accountId ? offered.filter((act) => act !== 'invite') : offered
  }
}
