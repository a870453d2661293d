import 'server-only'
import { decode } from 'next-auth/jwt'
import { BoundedMap } from '../bounded-map'
import { sessionKey } from '../keys'

const UUID = /^[0-9a-f-]{36}$/
const SECOND_MS = 1000

// Opening a token costs more than the query for its row. What it says never changes; whether the row still stands is asked
// each time.
const opened = new BoundedMap<string, { sid: string; expiresAt: number }>(2000)

/** The session that a cookie names; null when the token is forged or has expired. */
export async function sessionIdIn(token: string): Promise<string | null> {
  const claims = opened.get(token) ?? (await open(token))
  return claims && claims.expiresAt > Date.now() ? claims.sid : null
}

async function open(token: string) {
  const claims = await decode({ token, secret: await sessionKey() }).catch(() => null)
  const { sid, exp } = claims ?? {}
  if (typeof sid !== 'string' || !UUID.test(sid) || typeof exp !== 'number') return null
  return opened.set(token, { sid, expiresAt: exp * SECOND_MS })
}
