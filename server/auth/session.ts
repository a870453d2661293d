import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Actor } from '@/domain/access/policy'
import { db } from '../db/client'
import { deleteExpiredSessions, deleteSession, findSession, insertSession, type SessionRow } from '../db/sessions'
import { env } from '../env'
import { sessionKey } from '../keys'

const DAYS = 30
const MAX_AGE_SECONDS = DAYS * 86_400
const UUID = /^[0-9a-f-]{36}$/

function cookieSettings() {
  const secure = env().publicUrl.startsWith('https:')
  // The __Host- prefix ties the cookie to this host; browsers accept it over https only.
  return { name: secure ? '__Host-session' : 'session', secure }
}

/** Opens a session row and sets the cookie that names it. Only in a server action or a route handler. */
export async function openSession(accountId: string, now: Date): Promise<void> {
  await deleteExpiredSessions(db(), now)
  const sessionId = await insertSession(db(), accountId, new Date(now.getTime() + MAX_AGE_SECONDS * 1000))
  const token = await encode({ token: { sid: sessionId }, secret: await sessionKey(), maxAge: MAX_AGE_SECONDS })
  const { name, secure } = cookieSettings()
  const jar = await cookies()
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: MAX_AGE_SECONDS })
}

export async function closeSession(): Promise<void> {
  const row = await currentSession()
  if (row) await deleteSession(db(), row.sessionId)
  const jar = await cookies()
  jar.delete(cookieSettings().name)
}

/** The live session of this request, looked up once. A forged, expired or signed-out cookie gives null. */
export const currentSession = cache(async (): Promise<SessionRow | null> => {
  const token = (await cookies()).get(cookieSettings().name)?.value
  if (!token) return null
  const sid = await decode({ token, secret: await sessionKey() }).then(
    (claims) => claims?.sid,
    () => null,
  )
  return typeof sid === 'string' && UUID.test(sid) ? findSession(db(), sid, new Date()) : null
})

export async function currentActor(): Promise<Actor> {
  const row = await currentSession()
  if (!row) return { kind: 'anonymous' }
  const { accountId, sessionId, confirmed, locale } = row
  return { kind: 'person', accountId, sessionId, confirmed, locale }
}
