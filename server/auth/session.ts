import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { browserName } from '@/domain/auth/browser-name'
import { SESSION_DAYS } from '@/domain/auth/session-terms'
import { deleteEndedSessions, deleteSession, insertSession } from '../db/auth/sessions'
import { db, sql } from '../db/client'
import { sessionKey } from '../keys'
import type { Caller } from './caller'
import { rememberThisBrowser } from './known-browser'
import { seal, unseal } from './seal'
import { sessionCookie } from './session-token'

const MAX_AGE_SECONDS = SESSION_DAYS * 86_400

/** How the person signed on with her account at an institution. */
export type SignedOn = { identityId: string; idToken: string }

/**
 * A longer ID token is not stored: signing out at the provider works without it, and a URL that contains it could be
 * refused.
 */
const LONGEST_ID_TOKEN = 2000

/**
 * Inserts a session row, sets the cookie that names it, and registers the browser as the person's own if she gave a
 * password. The caller has checked her identity. Only for route handlers.
 *
 * @returns the id of the session
 */
export async function openSession(accountId: string, now: Date, signedOn?: SignedOn): Promise<string> {
  await deleteEndedSessions(sql(), accountId, now)
  const browser = browserName((await headers()).get('user-agent') ?? '')
  // A browser becomes known through a correct password. A sign-on through an institution alone must not be enough.
  const known = signedOn ? {} : { browserId: await rememberThisBrowser(accountId) }
  const from = { browser, ...known, ...(await signOnColumns(signedOn)) }
  const sessionId = await insertSession(db(), accountId, new Date(now.getTime() + MAX_AGE_SECONDS * 1000), from)
  const token = await encode({
    token: { sid: sessionId, sub: accountId },
    secret: await sessionKey(),
    maxAge: MAX_AGE_SECONDS,
  })
  const { name, secure } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: MAX_AGE_SECONDS })
  return sessionId
}

async function signOnColumns(signedOn: SignedOn | undefined) {
  if (!signedOn) return {}
  const { identityId, idToken } = signedOn
  const id = randomUUID()
  return { id, identityId, idToken: idToken.length > LONGEST_ID_TOKEN ? null : await seal(idToken, tokenOwner(id)) }
}

/** The ID token that was sealed for a session; null if it cannot be read. */
export async function readIdToken(sealed: string, sessionId: string): Promise<string | null> {
  return unseal(sealed, tokenOwner(sessionId))
}

const tokenOwner = (sessionId: string) => `id token ${sessionId}`

export async function closeSession(caller: Caller): Promise<void> {
  const row = await caller.session()
  if (row) await deleteSession(db(), row.sessionId)
  const jar = await cookies()
  // With the same attributes: browsers keep a __Host- cookie if it is deleted without `Secure`.
  jar.delete({ ...sessionCookie(), path: '/' })
}
