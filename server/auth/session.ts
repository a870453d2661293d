import 'server-only'
import { cookies, headers } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { browserName } from '@/domain/auth/browser-name'
import { SESSION_DAYS } from '@/domain/auth/session-terms'
import { db, sql } from '../db/client'
import { deleteEndedSessions, deleteSession, insertSession } from '../db/sessions'
import { sessionKey } from '../keys'
import type { Caller } from './caller'
import { rememberThisBrowser } from './known-browser'
import { sessionCookie } from './session-token'

const MAX_AGE_SECONDS = SESSION_DAYS * 86_400

/**
 * Inserts a session row, sets the cookie that names it, and registers the browser as the person's own. The caller has
 * checked her identity. Only for route handlers.
 */
export async function openSession(accountId: string, now: Date): Promise<void> {
  await deleteEndedSessions(sql(), accountId, now)
  const browser = browserName((await headers()).get('user-agent') ?? '')
  const from = { browser, browserId: await rememberThisBrowser(accountId) }
  const sessionId = await insertSession(db(), accountId, new Date(now.getTime() + MAX_AGE_SECONDS * 1000), from)
  const token = await encode({ token: { sid: sessionId }, secret: await sessionKey(), maxAge: MAX_AGE_SECONDS })
  const { name, secure } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: MAX_AGE_SECONDS })
}

export async function closeSession(caller: Caller): Promise<void> {
  const row = await caller.session()
  if (row) await deleteSession(db(), row.sessionId)
  const jar = await cookies()
  // With the same attributes: browsers keep a __Host- cookie if it is deleted without `Secure`.
  jar.delete({ ...sessionCookie(), path: '/' })
}
