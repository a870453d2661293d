import { addCohort } from '@/demo/population/cohort'
import { addInstitution, type Institution } from '@/demo/population/institution'
import { addSession } from '@/demo/population/person'
import { PLACES } from '@/demo/population/places'
import { addStaff, type Staff } from '@/demo/population/staff'
import { daysAfter, type Release, type TableBatch } from '@/demo/population/table-batch'
import type { Phase } from '@/domain/cohort/phase'

/** The number of rows to make. Answers are extra: about fifteen per person. */
export type Scale = {
  institutions: number
  cohorts: number
  people: number
  biggest: number
  /** One more institution, all of whose cohorts run at once. */
  busy: { cohorts: number; people: number }
}
export type Country = {
  cohorts: number
  people: number
  answers: number
  /** The cohort with the most people, all of whom are active. */
  biggest: { cohortId: string; institutionId: string; tutorSession: string; administratorSession: string }
  /** The administrator of the institution all of whose cohorts run. */
  busyAdministrator: string
  /** Sessions of its learners. */
  learnerSessions: readonly string[]
}

const NATIONAL: Scale = {
  institutions: 100,
  cohorts: 600,
  people: 40_000,
  biggest: 1000,
  busy: { cohorts: 30, people: 5000 },
}
const TUTORS = 2
/** The kinds of the institutions, by their index. */
const KINDS = ['school', 'court', 'prosecution', 'court', 'partner'] as const
/** The phases of every twenty cohorts. */
const PHASES: readonly Phase[] = [
  ...Array.from({ length: 2 }, () => 'planned' as const),
  ...Array.from({ length: 6 }, () => 'running' as const),
  ...Array.from({ length: 7 }, () => 'over' as const),
  ...Array.from({ length: 5 }, () => 'archived' as const),
]
const PRACTISES = 0.05
/** The number of rows kept in memory before they are written to the database. */
const ROWS_AT_ONCE = 200_000
const AT_WORK = 200

/**
 * A part of the country. @param share 1 for all of it. There is always at least one institution, a cohort of 1,000 and
 * the institution all of whose cohorts run.
 */
export function scaled(share: number): Scale {
  const times = (count: number, least: number) => Math.max(least, Math.round(count * share))
  return {
    institutions: times(NATIONAL.institutions, 1),
    cohorts: times(NATIONAL.cohorts, 2),
    people: times(NATIONAL.people, NATIONAL.biggest + 1),
    biggest: NATIONAL.biggest,
    busy: NATIONAL.busy,
  }
}

/** @param flush called now and then; it may write out and clear the collected rows. */
export async function addCountry(
  batch: TableBatch,
  release: Release,
  scale: Scale,
  flush: () => Promise<void>,
): Promise<Country> {
  const before = batch.people.made
  const places = Array.from({ length: scale.institutions }, (_, index) => addPlace(batch, index))
  const count = { answers: 0 }
  const flushed = async () => {
    count.answers += batch.tables.AttemptQuestion.length
    await flush()
  }
  const [first] = places
  if (!first) throw new RangeError('a country without institutions')
  const everyone = { practises: PRACTISES, release, locale: 'fr' as const }
  const biggest = addCohort(batch, {
    ...first,
    ...everyone,
    phase: 'running',
    name: 'La plus grande (démonstration)',
    people: scale.biggest,
    everyoneActive: true,
  })
  const learnerSessions = sessionsOf(batch, biggest.id)
  await flushed()

  const others = scale.cohorts - 1
  const left = scale.people - (batch.people.made - before)
  const upTo = (index: number) => Math.floor((index * left) / others)
  for (let index = 0; index < others; index++) {
    addCohort(batch, {
      ...(places[index % places.length] ?? first),
      ...everyone,
      phase: PHASES[(index * 7) % PHASES.length] ?? 'over',
      name: `Promotion ${index + 1} (démonstration)`,
      people: upTo(index + 1) - upTo(index),
    })
    if (batch.tables.AttemptQuestion.length > ROWS_AT_ONCE) await flushed()
  }
  await flushed()
  const peopleBefore = batch.people.made - before
  const busyAdministrator = addBusyPlace(batch, scale, everyone)
  await flushed()
  const { tutorSession, administratorSession, institution } = first
  return {
    cohorts: scale.cohorts,
    people: peopleBefore,
    answers: count.answers,
    biggest: { cohortId: biggest.id, institutionId: institution.id, tutorSession, administratorSession },
    busyAdministrator,
    learnerSessions,
  }
}

/** Adds the institution all of whose cohorts run. @returns the session of its administrator. */
function addBusyPlace(
  batch: TableBatch,
  { institutions, busy: { cohorts, people } }: Scale,
  everyone: Pick<Parameters<typeof addCohort>[1], 'practises' | 'release' | 'locale'>,
): string {
  const place = addPlace(batch, institutions)
  const upTo = (index: number) => Math.floor((index * people) / cohorts)
  for (let index = 0; index < cohorts; index++) {
    addCohort(batch, {
      ...place,
      ...everyone,
      phase: 'running',
      name: `Promotion en cours ${index + 1} (démonstration)`,
      people: upTo(index + 1) - upTo(index),
    })
  }
  return place.administratorSession
}

type Place = { institution: Institution; staff: Staff; tutorSession: string; administratorSession: string }

function addPlace(batch: TableBatch, index: number): Place {
  const { tables, now } = batch
  const kind = KINDS[index % KINDS.length] ?? 'court'
  const place = PLACES[index % PLACES.length] ?? null
  const createdAt = daysAfter(now, -600)
  const institution = addInstitution(batch, { kind, place, createdAt, number: 1 + Math.floor(index / PLACES.length) })
  const staff = addStaff(batch, institution, { count: TUTORS })
  const { accountId } = staff.administrator
  tables.SecondFactor.push({ accountId, secret: 'none', createdAt, confirmedAt: createdAt, lastStep: 0 })
  const tutorSession = addSession(batch, staff.tutors[0]?.accountId ?? accountId)
  return { institution, staff, tutorSession, administratorSession: addSession(batch, accountId, true) }
}

function sessionsOf(batch: TableBatch, cohortId: string): string[] {
  const members = batch.tables.CohortMember.filter((member) => member.cohortId === cohortId).slice(0, AT_WORK)
  return members.map(({ accountId }) => addSession(batch, String(accountId)))
}
