import 'server-only'
import { cookies, headers } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { browserName } from '@/domain/auth/browser-name'
import type { Actor } from '@/domain/auth/policy'
import { type Proof, proofOf } from '@/domain/auth/roles-held'
import { SESSION_DAYS } from '@/domain/auth/session-terms'
import { isStaff } from '@/domain/auth/staff-rules'
import { db, sql } from '../db/client'
import {
  findReader,
  findSitter,
  NO_SITTER,
  NOBODY,
  type Reader,
  type ReaderQuery,
  type Sitter,
  type SitterQuery,
} from '../db/readers'
import { findRolesHeld } from '../db/roles'
import {
  deleteEndedSessions,
  deleteSession,
  findSession,
  insertSession,
  markSeen,
  type SessionRow,
} from '../db/sessions'
import { env } from '../env'
import { sessionKey } from '../keys'
import { log } from '../log'
import { rememberThisBrowser } from './known-browser'
import { sessionIdIn } from './session-token'

const MAX_AGE_SECONDS = SESSION_DAYS * 86_400

function cookieSettings() {
  const secure = env().publicUrl.startsWith('https:')
  // The __Host- prefix ties the cookie to this host; browsers accept it over https only.
  return { name: secure ? '__Host-session' : 'session', secure }
}

/**
 * Opens a session row and sets the cookie that names it, and makes the browser one that is known to be hers: who calls has
 * shown who she is. Only in a route handler.
 */
export async function openSession(accountId: string, now: Date): Promise<void> {
  await deleteEndedSessions(sql(), accountId, now)
  const browser = browserName((await headers()).get('user-agent') ?? '')
  const from = { browser, browserId: await rememberThisBrowser(accountId) }
  const sessionId = await insertSession(db(), accountId, new Date(now.getTime() + MAX_AGE_SECONDS * 1000), from)
  const token = await encode({ token: { sid: sessionId }, secret: await sessionKey(), maxAge: MAX_AGE_SECONDS })
  const { name, secure } = cookieSettings()
  const jar = await cookies()
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: MAX_AGE_SECONDS })
}

export async function closeSession(): Promise<void> {
  const row = await currentSession()
  if (row) await deleteSession(db(), row.sessionId)
  const jar = await cookies()
  // With the same marks: browsers keep a __Host- cookie that is deleted without `Secure`.
  jar.delete({ ...cookieSettings(), path: '/' })
}

/** The live session of a request, with whose it is. */
export type CurrentSession = SessionRow
type Asked = { token: string; session: Promise<SessionRow | null> }

// By the cookies of a request, which are one object as long as it is answered, and another once an action has run and its
// page is rendered. React's `cache` would remember nothing here: it does so while it renders, not in route handlers.
const asked = new WeakMap<object, Asked>()

async function callersToken(): Promise<{ token: string | undefined; known: Asked | undefined; jar: object }> {
  const jar = await cookies()
  const token = jar.get(cookieSettings().name)?.value
  const before = asked.get(jar)
  return { jar, token, known: before?.token === token ? before : undefined }
}

/** The live session of this request, looked up once. A forged, expired or signed-out cookie gives null. */
export async function currentSession(): Promise<SessionRow | null> {
  const { jar, token, known } = await callersToken()
  if (!token) return null
  if (known) return known.session
  const session = sessionIdIn(token)
    .then((id) => (id ? findSession(sql(), id, new Date()) : null))
    .then(noteUse)
  asked.set(jar, { token, session })
  return session
}

/** The session with where its person stands in a course, in one query. */
export function currentReader(query: ReaderQuery): Promise<Reader> {
  return withSession(NOBODY, (id) => findReader(sql(), id, query, new Date()))
}

/** The session with an attempt of its person, in one query: all that answering needs to know. */
export function currentSitter(query: SitterQuery): Promise<Sitter> {
  return withSession(NO_SITTER, (id) => findSitter(sql(), id, query, new Date()))
}

async function withSession<T extends { session: SessionRow | null }>(
  nobody: T,
  find: (sessionId: string) => Promise<T>,
): Promise<T> {
  const { jar, token } = await callersToken()
  if (!token) return nobody
  const found = sessionIdIn(token).then((id) => (id ? find(id) : nobody))
  const session = found.then((read) => noteUse(read.session))
  // Whoever awaits the whole is told; unheard by anyone else, this failure would count as nobody's.
  session.catch(() => {})
  asked.set(jar, { token, session })
  await session
  return found
}

/** A session that could not be noted as used is a used one all the same: what she asked for does not fail for it. */
async function noteUse(session: SessionRow | null): Promise<SessionRow | null> {
  if (session?.unseen) await markSeen(sql(), session.sessionId).catch(() => log('session-use-not-noted'))
  return session
}

export async function currentActor(): Promise<Actor> {
  const row = await currentSession()
  if (!row) return { kind: 'anonymous' }
  const { accountId, sessionId, confirmed, locale } = row
  return { kind: 'person', accountId, sessionId, confirmed, locale }
}

/** The same with the roles she holds: for what asks about them. */
export async function currentStaff(now = new Date()): Promise<Actor> {
  const actor = await currentActor()
  if (actor.kind !== 'person') return actor
  const { platform, institutions, enabled, provedAt } = await findRolesHeld(sql(), actor.accountId, actor.sessionId)
  return { ...actor, standing: { platform, institutions, proof: proofOf({ enabled, provedAt }, now) } }
}

/** How surely this browser has shown who she is; null for nobody. */
export async function currentProof(now = new Date()): Promise<Proof | null> {
  const staff = await currentStaff(now)
  return staff.kind === 'person' ? (staff.standing?.proof ?? 'none') : null
}

/** True for who runs an institution or the platform. */
export async function runsSomething(): Promise<boolean> {
  const actor = await currentStaff()
  return actor.kind === 'person' && actor.standing !== undefined && isStaff(actor.standing)
}
