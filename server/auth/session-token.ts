import 'server-only'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { memoize } from '@/domain/memoize'
import { env } from '../env'
import { sessionKey } from '../keys'

const UUID = /^[0-9a-f-]{36}$/
const SECOND_MS = 1000

export function sessionCookie() {
  const secure = env().publicUrl.startsWith('https:')
  // The __Host- prefix ties the cookie to this host; browsers accept it over https only.
  return { name: secure ? '__Host-session' : 'session', secure }
}

/** The session id in the cookie of this request; null without a cookie, or with one that is forged or has expired. */
export async function sessionIdOfRequest(): Promise<string | null> {
  return (await claimsOfRequest())?.sid ?? null
}

/**
 * The account whose session the cookie names, even if that session has ended. It proves nothing: it only says for whom
 * something may be kept. Null also for a cookie of a time when cookies did not hold it.
 */
export async function accountIdOfRequest(): Promise<string | null> {
  return (await claimsOfRequest())?.accountId ?? null
}

async function claimsOfRequest() {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  const claims = await openOnce(token, await sessionKey()).catch(() => null)
  return claims && claims.expiresAt > Date.now() ? claims : null
}

// Opening a token costs more than the query for its row. Its content never changes, so it is cached; whether the row
// still exists is checked each time.
const openOnce = memoize(open, { key: (token) => token, limit: 2000 })

/** @throws for a token that is forged or has expired. A failure is not cached. */
async function open(token: string, secret: string) {
  const { sid, exp, sub } = (await decode({ token, secret })) ?? {}
  if (typeof sid !== 'string' || !UUID.test(sid) || typeof exp !== 'number') throw new Error('no session in it')
  return { sid, accountId: sub ?? null, expiresAt: exp * SECOND_MS }
}
