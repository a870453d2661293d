import 'server-only'
import { type AllChoice, type ChoiceAct, isUnanswered, UNANSWERED_DAYS } from '@/domain/cohort/many-acts'
import type { PeopleQuery } from '@/domain/cohort/people-query'
import { isUuid } from '@/domain/uuid'
import { db, sql } from '../../../db/client'
import { findPeopleIds } from '../../../db/cohort/cohort-people'
import type { CohortRow } from '../../../db/cohort/cohorts'
import { insertPeopleSet } from '../../../db/cohort/people-sets'
import { narrowingOf } from '../cohort-people'
import { assessMembers } from './assess-members'
import type { MayMany } from './may-many'

const DAY_MS = 86_400_000
/** The most people of one choice. A cohort's seats are fewer. */
const MOST_CHOSEN = 10_000

/** All people whom the query of the address finds, or those who are ticked. */
export type Choice = { all: AllChoice; asked: PeopleQuery } | { all: null; ids: readonly string[] }

/**
 * Stores the people of an act, and why some of them are left out. The act is not done yet.
 *
 * @returns the key of the choice; null if it contains nobody of the cohort.
 */
export async function choosePeople(
  { actor }: MayMany,
  cohort: CohortRow,
  act: ChoiceAct,
  choice: Choice,
  now: Date,
): Promise<string | null> {
  const ids = choice.all
    ? await findPeopleIds(sql(), cohort.id, await narrowingOf(sql(), cohort, choice.asked, now), MOST_CHOSEN)
    : choice.ids.filter(isUuid).slice(0, MOST_CHOSEN)
  const all = await assessMembers(sql(), cohort, { act, by: actor.accountId }, ids, now)
  const before = new Date(now.getTime() - UNANSWERED_DAYS * DAY_MS)
  const looked = choice.all === 'unanswered' ? all.filter(({ member }) => isUnanswered(member, before)) : all
  if (looked.length === 0) return null
  const rows = looked.map(({ member, left }) => ({ memberId: member.id, status: member.status, left }))
  const set = { cohortId: cohort.id, byId: actor.accountId, act }
  return db().$transaction((tx) => insertPeopleSet(tx, set, rows, now))
}
