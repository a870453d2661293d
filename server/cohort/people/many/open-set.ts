import 'server-only'
import { CHOICE_HOURS, type ChoiceAct, isDone, type ManyAct, type ManyOutcome } from '@/domain/cohort/many-acts'
import { hasSeat, SEATED } from '@/domain/cohort/membership'
import type { Names } from '@/domain/person/profile'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../../auth/permit'
import { db, sql } from '../../../db/client'
import { countByStatus } from '../../../db/cohort/cohort-progress'
import type { CohortRow } from '../../../db/cohort/cohorts'
import { type ChosenRow, findChosen, findPeopleSet, type PeopleSetRow } from '../../../db/cohort/people-sets'
import { noteViews } from '../../note-views'
import { transferGoals } from '../transfer'
import { assessMembers, type Looked, leftSince } from './assess-members'
import type { MayMany } from './may-many'
import { type ManyPreview, previewsOf } from './previews'

const HOUR_MS = 3_600_000

type NamedPerson = Names & { memberId: string; email: string }
/** Somebody whom the act leaves out. */
export type LeftPerson = NamedPerson & { why: ManyOutcome }

/** The view model of an act on many people before it is confirmed. */
export type PlannedSet = {
  status: 'planned'
  act: ManyAct
  chosen: number
  /** The number of people for whom it would be done now. */
  due: number
  people: readonly NamedPerson[]
  /** For requests: how many of these people would wait for a seat. For a transfer: how many would find no seat. */
  beyond: number
  left: readonly LeftPerson[]
  previews: readonly ManyPreview[]
  /** For a transfer: the cohorts that are possible, and the one that is chosen. */
  goals: readonly CohortRow[]
  goal: CohortRow | null
}
/** The view model after the confirmation, also while the act is being done. */
export type StartedSet = {
  status: 'started'
  act: ManyAct
  ended: boolean
  chosen: number
  /** How many it is about, how many of them are dealt with, done, or waiting for a seat. */
  due: number
  dealtWith: number
  done: number
  queued: number
  left: readonly LeftPerson[]
}

/**
 * A choice of people, for whoever made it, in the cohort and for the act that it was made for.
 *
 * @returns null if there is none, or it was not confirmed in time.
 */
export async function usableSet(
  { actor, target }: MayMany,
  act: ChoiceAct,
  key: string,
  now: Date,
): Promise<PeopleSetRow | null> {
  const set = isUuid(key) ? await findPeopleSet(db(), key) : null
  if (set?.cohortId !== target.cohortId || set.byId !== actor.accountId || set.act !== act) return null
  const kept = now.getTime() - set.createdAt.getTime() < CHOICE_HOURS * HOUR_MS
  return set.startedAt !== null || kept ? set : null
}

/**
 * The people of a choice to whom a message can be written, and the number of those who are left out.
 *
 * @returns null as usableSet
 */
export async function chosenToWrite(
  may: Permit<'cohort:announce'>,
  cohort: CohortRow,
  key: string,
  now: Date,
): Promise<{ ids: readonly string[]; left: number } | null> {
  const set = await usableSet(may, 'write', key, now)
  if (!set) return null
  const chosen = (await findChosen(db(), set.id)).map(({ memberId }) => memberId)
  const looked = await assessMembers(sql(), cohort, { act: 'write', by: set.byId }, chosen, now)
  const ids = looked.filter(({ left }) => left === null).map(({ member }) => member.id)
  return { ids, left: chosen.length - ids.length }
}

/** The view model of the page of an act on many. It records whose places it shows. @param goalId where to transfer. */
export async function openSet(
  may: MayMany,
  cohort: CohortRow,
  set: PeopleSetRow,
  goalId: string | null,
  now: Date,
): Promise<PlannedSet | StartedSet> {
  const chosen = await findChosen(db(), set.id)
  const ids = chosen.map(({ memberId }) => memberId)
  const looked = await assessMembers(sql(), cohort, { act: set.act, by: set.byId }, ids, now)
  const seen = new Map(looked.map((one) => [one.member.id, one]))
  await noteViews(
    may,
    cohort,
    looked.flatMap(({ member }) => member.accountId ?? []),
    now,
  )
  return set.startedAt ? started(set, chosen, seen) : planned(may, cohort, { set, chosen, seen, goalId }, now)
}

function started(set: PeopleSetRow, chosen: readonly ChosenRow[], seen: ReadonlyMap<string, Looked>): StartedSet {
  const about = chosen.filter(({ left }) => left === null)
  const count = (outcome: ManyOutcome) => about.filter((one) => one.outcome === outcome).length
  const left = chosen.flatMap((one) => {
    const why = one.left ?? one.outcome
    return why && !isDone(why) ? leftPerson(seen.get(one.memberId), why) : []
  })
  return {
    status: 'started',
    act: set.act,
    ended: set.endedAt !== null,
    chosen: chosen.length,
    due: about.length,
    dealtWith: about.filter(({ doneAt }) => doneAt !== null).length,
    done: count('done'),
    queued: count('queued'),
    left,
  }
}

type Asked = {
  set: PeopleSetRow
  chosen: readonly ChosenRow[]
  seen: ReadonlyMap<string, Looked>
  goalId: string | null
}

async function planned(
  may: MayMany,
  cohort: CohortRow,
  { set, chosen, seen, goalId }: Asked,
  now: Date,
): Promise<PlannedSet> {
  const goals = set.act === 'transfer' ? await transferGoals(may, cohort, now) : []
  const goal = goals.find(({ id }) => id === goalId) ?? (goals.length === 1 ? (goals[0] ?? null) : null)
  const due: Looked[] = []
  const left: LeftPerson[] = []
  for (const one of chosen) {
    const looked = seen.get(one.memberId)
    const why = one.left ?? (looked ? leftSince(looked, one.status) : 'changed')
    if (why) left.push(...leftPerson(looked, why))
    else if (looked) due.push(looked)
  }
  const free = await freeSeats(set.act === 'transfer' ? goal : cohort)
  const previews = await previewsOf({ act: set.act, cohort, goal, due, free, by: may.actor }, now)
  return {
    status: 'planned',
    act: set.act,
    chosen: chosen.length,
    due: due.length,
    people: due.map(named),
    beyond: beyondSeats(set.act, due, free),
    left,
    previews,
    goals,
    goal,
  }
}

/** Null: no limit. */
async function freeSeats(cohort: CohortRow | null): Promise<number | null> {
  if (!cohort || cohort.seats === null) return null
  const statuses = await countByStatus(sql(), cohort.id)
  const taken = SEATED.reduce((sum, status) => sum + (statuses[status] ?? 0), 0)
  return hasSeat(cohort.seats, taken) ? cohort.seats - taken : 0
}

function beyondSeats(act: ManyAct, due: readonly Looked[], free: number | null): number {
  if (free === null || (act !== 'admit' && act !== 'transfer')) return 0
  // A person on the waitlist needs no seat, since she joins the waitlist of the other cohort.
  const seated = act === 'admit' ? due : due.filter(({ member }) => SEATED.includes(member.status))
  return Math.max(0, seated.length - free)
}

function leftPerson(looked: Looked | undefined, why: ManyOutcome): LeftPerson[] {
  return looked ? [{ ...named(looked), why }] : []
}

function named({ member: { id, email, shownArabic: nameArabic, shownLatin: nameLatin } }: Looked): NamedPerson {
  return { memberId: id, email, nameArabic, nameLatin }
}
