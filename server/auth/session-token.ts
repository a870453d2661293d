import 'server-only'
import { decode } from 'next-auth/jwt'
import { memoize } from '@/domain/memoize'
import { sessionKey } from '../keys'

const UUID = /^[0-9a-f-]{36}$/
const SECOND_MS = 1000

// Opening a token costs more than the query for its row. What it says never changes; whether the row still stands is asked
// each time.
const openOnce = memoize(open, { key: (token) => token, limit: 2000 })

/** The session that a cookie names; null when the token is forged or has expired. */
export async function sessionIdIn(token: string): Promise<string | null> {
  const claims = await openOnce(token, await sessionKey()).catch(() => null)
  return claims && claims.expiresAt > Date.now() ? claims.sid : null
}

/** @throws for a token that is forged or has expired: it is not kept. */
async function open(token: string, secret: string) {
  const { sid, exp } = (await decode({ token, secret })) ?? {}
  if (typeof sid !== 'string' || !UUID.test(sid) || typeof exp !== 'number') throw new Error('no session in it')
  return { sid, expiresAt: exp * SECOND_MS }
}
