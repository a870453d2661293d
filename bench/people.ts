import { encode } from 'next-auth/jwt'
import { memoize } from '@/domain/memoize'
import { sessionKey } from '@/server/keys'
import type { BenchLearner } from './fill/learner'

const DAY_SECONDS = 86_400

/** The cookie that a sign-in would have set. */
export async function cookieOf({ sessionId }: Pick<BenchLearner, 'sessionId'>): Promise<string> {
  const token = await encode({ token: { sid: sessionId }, secret: await sessionKey(), maxAge: DAY_SECONDS })
  return `session=${token}`
}

/** The same, made once per session: a browser sends the cookie that it was given, and the server knows it again. */
export function cookiesOf(): (sessionId: string) => Promise<string> {
  return memoize((sessionId: string) => cookieOf({ sessionId }), { key: (sessionId) => sessionId, limit: 1000 })
}

/** Returns the items in turn, cyclically. */
export function inTurn<T>(items: readonly T[]): () => T {
  let next = 0
  return () => items[next++ % items.length] as T
}

/** Addresses for visitors. Each is used for only so many calls that no rate limit applies. */
export function addresses(calls: number): () => string {
  let made = 0
  return () => {
    const number = Math.floor(made++ / calls)
    return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
  }
}
