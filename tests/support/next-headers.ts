import { encode } from 'next-auth/jwt'
import { sessionKey } from '@/server/keys'

// The integration tests get this module as `next/headers` (vitest.config.ts), because they call route handlers directly.
type Caller = { cookies: Map<string, string>; address: string; userAgent: string }
const nobody = (): Caller => ({ cookies: new Map(), address: '192.0.2.1', userAgent: '' })
let caller = nobody()

/** From now on requests come from nobody, as at the start of a test file. */
export function forgetCaller(): void {
  caller = nobody()
}

/** From now on requests come from this session (or from none), in a browser without any other cookie. */
export async function callAs(
  sessionId: string | null,
  address = caller.address,
  userAgent = caller.userAgent,
): Promise<void> {
  const secret = await sessionKey()
  const cookie = sessionId && (await encode({ token: { sid: sessionId }, secret }))
  caller = { cookies: new Map(cookie ? [['session', cookie]] : []), address, userAgent }
}

/** The cookies of the current browser, as responses have set them; a test can return to it later. */
export function browserOf(): Caller {
  return caller
}

/** From now on requests come from this browser. */
export function callFrom(browser: Caller): void {
  caller = browser
}

export async function cookies() {
  const { cookies: jar } = caller
  return {
    get: (name: string) => {
      const value = jar.get(name)
      return value === undefined ? undefined : { name, value }
    },
    set: (name: string, value: string) => void jar.set(name, value),
    delete: ({ name }: { name: string }) => void jar.delete(name),
  }
}

export async function headers() {
  return new Headers({ 'x-forwarded-for': caller.address, 'user-agent': caller.userAgent })
}
