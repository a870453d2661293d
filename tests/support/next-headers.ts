import { encode } from 'next-auth/jwt'
import { sessionKey } from '@/server/keys'

// Stands in for `next/headers` where a test calls a route handler itself:
//   vi.mock('next/headers', () => import('@/tests/support/next-headers'))
let caller = { cookie: null as string | null, address: '192.0.2.1' }

/** From now on requests come from this session, or from nobody's. */
export async function callAs(sessionId: string | null, address = caller.address): Promise<void> {
  const secret = await sessionKey()
  caller = { cookie: sessionId && (await encode({ token: { sid: sessionId }, secret })), address }
}

export async function cookies() {
  return {
    get: (name: string) => (name === 'session' && caller.cookie ? { name, value: caller.cookie } : undefined),
    // As a browser does with what an answer sets.
    set: (name: string, value: string) => {
      if (name === 'session') caller = { ...caller, cookie: value }
    },
  }
}

export async function headers() {
  return new Headers({ 'x-forwarded-for': caller.address })
}
