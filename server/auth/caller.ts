import 'server-only'
import type { Actor, Person } from '@/domain/auth/policy'
import { isSigning, type Proof, proofOf } from '@/domain/auth/roles-held'
import { hasDesk } from '@/domain/auth/staff-rules'
import { AppError } from '@/domain/errors'
import { findStoredRoles, type StoredRoles } from '../db/auth/roles'
import { findSession, markSeen, type SessionRow } from '../db/auth/sessions'
import { sql } from '../db/client'
import {
  type CurrentLearner,
  type Examinee,
  type ExamineeQuery,
  findCurrentLearner,
  findExaminee,
  type LearnerQuery,
  NO_EXAMINEE,
  NOBODY,
} from '../db/course/current-learner'
import { log } from '../log'
import { sessionIdOfRequest } from './session-token'

/** The live session of a request, with the account that it belongs to. */
export type CurrentSession = SessionRow

/**
 * The sender of a request. One is made for each request and passed on. It looks the session up once, when it is first
 * needed. A forged, expired or ended session counts as none.
 */
export type Caller = {
  session: () => Promise<CurrentSession | null>
  /** The session with the enrolment of the person in a course, in one query. */
  learnerIn: (query: LearnerQuery) => Promise<CurrentLearner>
  /** The session with an attempt of the person, in one query: all that saving an answer needs. */
  examineeIn: (query: ExamineeQuery) => Promise<Examinee>
  actor: () => Promise<Actor>
  /** The actor with the roles that she holds. */
  staff: () => Promise<Actor>
}

export function newCaller(): Caller {
  let known: Promise<CurrentSession | null> | undefined

  async function lookUp<T extends { session: SessionRow | null }>(
    nobody: T,
    find: (sessionId: string) => Promise<T>,
  ): Promise<T> {
    const found = sessionIdOfRequest().then((id) => (id === null ? nobody : find(id)))
    known = found.then(({ session }) => noteUse(session))
    // Code that awaits `found` handles the failure. Without this, `known` would report it a second time, as unhandled.
    known.catch(() => {})
    await known
    return found
  }

  const session = () => {
    known ??= sessionIdOfRequest()
      .then((id) => (id === null ? null : findSession(sql(), id, new Date())))
      .then(noteUse)
    return known
  }
  const actor = async () => actorOf(await session())
  return {
    session,
    learnerIn: (query) => lookUp(NOBODY, (id) => findCurrentLearner(sql(), id, query, new Date())),
    examineeIn: (query) => lookUp(NO_EXAMINEE, (id) => findExaminee(sql(), id, query, new Date())),
    actor,
    staff: async () => withRoles(await actor()),
  }
}

/** A failure to note the use of a session does not fail the request. */
async function noteUse(session: SessionRow | null): Promise<SessionRow | null> {
  if (session?.unseen) await markSeen(sql(), session.sessionId).catch(() => log('session-use-not-noted'))
  return session
}

function actorOf(session: SessionRow | null): Actor {
  if (!session) return { kind: 'anonymous' }
  const { accountId, sessionId, confirmed, locale } = session
  return { kind: 'person', accountId, sessionId, confirmed, locale }
}

async function withRoles(actor: Actor): Promise<Actor> {
  if (actor.kind !== 'person') return actor
  return holding(actor, await findStoredRoles(sql(), actor.accountId, actor.sessionId))
}

/** The person with her roles, which the caller has read together with other data. */
export function holding(person: Person, { platform, institutions, reviewer, ...factor }: StoredRoles): Person {
  const now = new Date()
  const proved = { proof: proofOf(factor, now), signing: isSigning(factor, now) }
  return { ...person, roles: { platform, institutions, reviewer, ...proved } }
}

/** @throws {AppError} sign-in-required */
export async function requireSession(caller: Caller): Promise<CurrentSession> {
  const session = await caller.session()
  if (!session) throw new AppError('sign-in-required', 'session')
  return session
}

/** How the person has proved her identity in this browser; null without a session. */
export async function proofBy(caller: Caller): Promise<Proof | null> {
  const staff = await caller.staff()
  return staff.kind === 'person' ? (staff.roles?.proof ?? 'none') : null
}

/** Whether the header links the person to the work page of staff, and to the texts for reviewers. */
export async function deskOf(caller: Caller): Promise<{ staff: boolean; reviewer: boolean }> {
  const person = await caller.staff()
  if (person.kind !== 'person' || !person.roles) return { staff: false, reviewer: false }
  return { staff: hasDesk(person.roles), reviewer: person.roles.platform.includes('reviewer') }
}

/** True if the person administers the platform, and so may be told what its settings lack. */
export async function administersPlatform(caller: Caller): Promise<boolean> {
  const staff = await caller.staff()
  return staff.kind === 'person' && (staff.roles?.platform.includes('platform-administrator') ?? false)
}
