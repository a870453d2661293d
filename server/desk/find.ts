import 'server-only'
import type { MemberStatus } from '@/domain/cohort/membership'
import { type Phase, phaseOf } from '@/domain/cohort/phase'
import { enoughTyped, FOUND_AT_MOST } from '@/domain/desk/find'
import { groupBy } from '@/domain/group-by'
import { searchPeople } from '@/domain/institution/search-people'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { permitFor } from '../auth/permit'
import { targetOf } from '../cohort/cohort-permit'
import { noteViews } from '../cohort/note-views'
import { sql } from '../db/client'
import { findMembersOf, type NamedMember } from '../db/desk/desk'
import { cohortsRun, scopeOf } from './scope'

export type FoundPerson = Pick<NamedMember, 'memberId' | 'email' | 'nameArabic' | 'nameLatin'> & {
  status: MemberStatus
  cohort: { id: string; name: string }
}
export type Found = {
  cohorts: { id: string; name: string; phase: Phase }[]
  people: FoundPerson[]
  /** Too little was typed to search for. */
  tooShort: boolean
  /** More was found than is shown. */
  more: boolean
}

/**
 * Finds cohorts and people by name, in either script, in the cohorts that the reader may read. Like the list of a
 * cohort, it records in the audit log that she saw these people.
 */
export async function findOnDesk({ actor }: Permit<'desk:read'>, typed: string, now: Date): Promise<Found> {
  if (!enoughTyped(typed)) return { cohorts: [], people: [], tooShort: true, more: false }
  await spendLimit('desk-search', actor.accountId, now)
  const run = await cohortsRun(actor, scopeOf(actor))
  const named = run.map((cohort) => ({ cohort, nameArabic: cohort.name, nameLatin: '', email: '' }))
  const cohorts = searchPeople(named, typed).map(({ cohort }) => cohort)
  const members =
    run.length === 0
      ? []
      : await findMembersOf(
          sql(),
          run.map(({ id }) => id),
        )
  const people = searchPeople(members, typed)
  const shown = people.slice(0, FOUND_AT_MOST)
  const cohortOf = new Map(run.map((cohort) => [cohort.id, cohort]))
  for (const [id, found] of groupBy(shown, ({ cohortId }) => cohortId)) {
    const cohort = cohortOf.get(id)
    if (!cohort) continue
    const permit = permitFor(actor, 'cohort:read', targetOf(cohort))
    await noteViews(
      permit,
      cohort,
      found.flatMap(({ accountId }) => accountId ?? []),
      now,
    )
  }
  return {
    cohorts: cohorts
      .slice(0, FOUND_AT_MOST)
      .map((cohort) => ({ id: cohort.id, name: cohort.name, phase: phaseOf(cohort, now) })),
    people: shown.map(({ cohortId, accountId: _, status, ...person }) => ({
      ...person,
      status: status as MemberStatus,
      cohort: { id: cohortId, name: cohortOf.get(cohortId)?.name ?? '' },
    })),
    tooShort: false,
    more: people.length > FOUND_AT_MOST || cohorts.length > FOUND_AT_MOST,
  }
}
