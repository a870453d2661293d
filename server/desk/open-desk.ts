import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import { missingOnCertificate } from '@/domain/cohort/first-steps'
import { UNANSWERED_DAYS } from '@/domain/cohort/many-acts'
import { isOver, type Phase, phaseOf } from '@/domain/cohort/phase'
import { type NextDate, nextDateOf } from '@/domain/desk/next-date'
import { sortTasks, type Task } from '@/domain/desk/task'
import { type Day, dayOf } from '@/domain/time/day'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { coursesOf, hasExam } from '../cohort/courses'
import { sql } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { findShownFaces } from '../db/cohort/first-steps'
import { findAskedCosignatures, findAwaitingProposals, findUnansweredOffers } from '../db/desk/desk'
import { countAsListed } from '../db/institution/confirmations'
import { findNamedInstitutions, type NamedInstitution } from '../db/institution/institutions'
import { isUnreachable } from '../db/unreachable'
import { MOST_CONFIRMED } from '../institution/confirm-by-list'
import { log, logBug } from '../log'
import { followTasks, threadTasks, waitingTasks } from './cohort-tasks'
import { contactTasks } from './contact-tasks'
import { type PlatformState, platformState, platformTasks, type ReviewState, reviewState } from './platform'
import { regradeTasks } from './regrade-tasks'
import { cohortsRun, type Scope, scopeOf } from './scope'
import { seminarTasks } from './seminar-tasks'
import { nextSeminarDays, seminarsToday } from './seminars-today'
import { type CountedStanding, standingsOf } from './standings'

/**
 * The data sources of the page. If one fails, the page names it, by its text under `desk.sources`, and shows the
 * others.
 */
export const DESK_SOURCES = [
  'cohorts',
  'waiting',
  'threads',
  'standings',
  'proposals',
  'cosignatures',
  'contacts',
  'seminars',
  'seminars-today',
  'offers',
  'faces',
  'identities',
  'institutions',
  'platform',
  'reviews',
  'regrades',
] as const
export type DeskSource = (typeof DESK_SOURCES)[number]

export type DeskCohort = {
  id: string
  name: string
  phase: Phase
  /** Null if it could not be counted. */
  standing: CountedStanding | null
  next: NextDate | null
}
export type Desk = {
  today: Task[]
  week: Task[]
  /** The cohorts that run or are planned. */
  cohorts: DeskCohort[]
  /** True if she has no cohort, not even one that is over. Archived cohorts do not count. */
  none: boolean
  institutions: readonly NamedInstitution[]
  /** The first institution in which she may create a cohort. */
  createIn: string | null
  /** There is no institution yet, and she may create one. */
  first: boolean
  platform: PlatformState | null
  reviews: { courses: ReviewState; library: ReviewState } | null
  failed: DeskSource[]
} & Pick<Scope, 'nation' | 'locked'>

const PROPOSALS_SHOWN = 20
const DAY_MS = 86_400_000

/** The work page of the caller. The number of queries does not depend on how much she runs. */
export async function openDesk(caller: Caller, now: Date): Promise<Desk> {
  return desk(await requirePermission(caller, 'desk:read', {}), now)
}

export async function desk({ actor }: Permit<'desk:read'>, now: Date): Promise<Desk> {
  const scope = scopeOf(actor)
  const failed: DeskSource[] = []
  /** If a source fails, its result is `empty`, and its name is added to `failed`. */
  const read = async <T>(source: DeskSource, work: () => Promise<T>, empty: T): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (isUnreachable(error)) log('database-unreachable', { source })
      else logBug(error, { source })
      if (!failed.includes(source)) failed.push(source)
      return empty
    }
  }
  const run = await read('cohorts', () => cohortsRun(actor, scope), [])
  const live = run.filter((cohort) => !isOver(phaseOf(cohort, now)))
  const [
    waiting,
    threads,
    standings,
    proposals,
    cosignatures,
    contacts,
    seminars,
    happening,
    seminarDays,
    offers,
    faces,
    identities,
    institutions,
    platform,
    reviews,
    regrades,
  ] = await Promise.all([
    read('waiting', () => waitingTasks(actor, live, now), []),
    read('threads', () => threadTasks(actor, live), []),
    read('standings', () => (live.length > 0 ? standingsOf(live, now) : Promise.resolve(new Map())), new Map()),
    read('proposals', () => proposalTasks(actor, scope), []),
    read('cosignatures', () => cosignatureTasks(actor, scope), []),
    read('contacts', () => contactTasks(actor, scope, now), []),
    read('seminars', () => seminarTasks(actor, scope, now), []),
    read('seminars-today', () => seminarsToday(actor, scope, run, now), []),
    read('seminars-today', () => nextSeminarDays(live, now), new Map()),
    read('offers', () => offerTasks(scope, now), []),
    read('faces', () => faceTasks(actor, live, now), []),
    read('identities', () => identityTasks(actor, scope), []),
    read('institutions', () => institutionsOf(scope), []),
    read('platform', () => (scope.platform ? platformState(now) : Promise.resolve(null)), null),
    read('reviews', () => (scope.platform ? reviewState() : Promise.resolve(null)), null),
    read('regrades', () => regradeTasks(actor), []),
  ])
  const follows = live.flatMap((cohort) => {
    const standing = standings.get(cohort.id)
    return standing ? followTasks(actor, cohort, standing, now) : []
  })
  const own = [
    ...waiting,
    ...threads,
    ...follows,
    ...proposals,
    ...regrades,
    ...cosignatures,
    ...contacts,
    ...seminars,
    ...happening,
    ...offers,
    ...faces,
    ...identities,
  ]
  const tasks = [...own, ...(platform ? platformTasks(platform, now) : [])]
  return {
    ...sortTasks(tasks),
    cohorts: live.map((cohort) =>
      deskCohort(cohort, standings.get(cohort.id) ?? null, seminarDays.get(cohort.id) ?? null, now),
    ),
    none: run.length === 0 && !failed.includes('cohorts'),
    institutions,
    createIn:
      scope.administers.find((id) => decide(actor, 'cohort:create', { institutionId: id }) === 'allowed') ?? null,
    first: platform?.institutions === 0 && decide(actor, 'institution:create', {}) === 'allowed',
    platform,
    reviews,
    failed,
    nation: scope.nation,
    locked: scope.locked,
  }
}

function deskCohort(
  cohort: CohortRow,
  standing: CountedStanding | null,
  seminarDay: Day | null,
  now: Date,
): DeskCohort {
  const { id, name, startsOn, endsOn, courses } = cohort
  const examDays = courses.map(({ examOpensOn }) => examOpensOn)
  const deadlines = courses.flatMap((course) => Object.values(course.deadlines))
  const next = nextDateOf(
    { startsOn, endsOn, examDays, deadlines, seminarDays: seminarDay ? [seminarDay] : [] },
    dayOf(now),
  )
  return { id, name, phase: phaseOf(cohort, now), standing, next }
}

async function proposalTasks(actor: Person, { administers, platform }: Scope): Promise<Task[]> {
  const asked = { reader: actor.accountId, institutionIds: administers, platform }
  const rows = await findAwaitingProposals(sql(), asked, PROPOSALS_SHOWN)
  return rows.map(({ number, act, proposedAt, institutionId }) => ({
    kind: act === 'revoke' ? 'revocation' : 'reissue',
    count: 1,
    since: proposedAt,
    place: number,
    path: `/institutions/${institutionId}/certificates/${number}`,
  }))
}

/** Co-signatures that other institutions ask of hers. */
async function cosignatureTasks(actor: Person, { administers }: Scope): Promise<Task[]> {
  const may = administers.filter((institutionId) => decide(actor, 'face:change', { institutionId }) === 'allowed')
  if (may.length === 0) return []
  const rows = await findAskedCosignatures(sql(), may)
  return rows.map(({ institutionId, count, since }) => ({
    kind: 'cosignature',
    count,
    since,
    place: null,
    path: `/institutions/${institutionId}/face#asked`,
  }))
}

/**
 * The logo or signatory that an institution with a running cohort still lacks: a certificate never gets it afterwards.
 */
async function faceTasks(actor: Person, live: readonly CohortRow[], now: Date): Promise<Task[]> {
  const running = live.filter((cohort) => phaseOf(cohort, now) === 'running')
  const may = running.filter(({ institutionId }) => decide(actor, 'face:change', { institutionId }) === 'allowed')
  const certified = await Promise.all(may.map(async (cohort) => (await coursesOf(cohort)).some(hasExam)))
  const ids = new Set(may.filter((_, place) => certified[place]).map(({ institutionId }) => institutionId))
  if (ids.size === 0) return []
  return (await findShownFaces(sql(), [...ids], dayOf(now))).flatMap(({ institutionId, logo, signatory, ...place }) => {
    const kind = missingOnCertificate({ logo, signatory })
    return kind ? [{ kind, count: 1, since: null, place, path: `/institutions/${institutionId}/face` }] : []
  })
}

/** People whose names in both scripts equal those on the institution's lists, at most as many as one press confirms. */
async function identityTasks(actor: Person, { administers }: Scope): Promise<Task[]> {
  const may = administers.filter(
    (institutionId) => decide(actor, 'identity:confirm', { institutionId, accountId: '' }) === 'allowed',
  )
  if (may.length === 0) return []
  const rows = await countAsListed(sql(), may, { reader: actor.accountId, most: MOST_CONFIRMED })
  return rows.map(({ institutionId, people, ...place }) => {
    return {
      kind: 'identities',
      count: people,
      since: null,
      place,
      path: `/institutions/${institutionId}/people/by-list`,
    }
  })
}

/** Offers of roles that staff have not answered for `UNANSWERED_DAYS`. */
async function offerTasks({ administers, platform }: Scope, now: Date): Promise<Task[]> {
  if (administers.length === 0 && !platform) return []
  const offeredBefore = new Date(now.getTime() - UNANSWERED_DAYS * DAY_MS)
  const rows = await findUnansweredOffers(sql(), { institutionIds: administers, platform, offeredBefore }, now)
  return rows.map(({ institutionId, count, since }) => ({
    kind: 'offers',
    count,
    since,
    place: null,
    path: `${institutionId === null ? '/institutions/platform' : `/institutions/${institutionId}/people`}#offers`,
  }))
}

async function institutionsOf({ administers }: Scope): Promise<NamedInstitution[]> {
  return administers.length === 0 ? [] : findNamedInstitutions(sql(), administers)
}
