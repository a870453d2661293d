import { PASSWORD } from '@/tests/support/people'
import type { BenchSite } from '../bench-site'
import type { Deed } from '../load'
import { addresses, inTurn } from '../people'
import type { Visitor } from '../visitor'

const PATH = '/ar/sign-in'
const TYPE = 'application/x-www-form-urlencoded'
/** Below the rate limit `LIMITS['sign-in']`. */
const CALLS_PER_ADDRESS = 50

/** Posts the sign-in form as a browser does. */
export async function signInDeed({ learners }: BenchSite, visit: Visitor): Promise<Deed> {
  const learner = inTurn(learners)
  const from = addresses(CALLS_PER_ADDRESS)

  return async () => {
    const body = new URLSearchParams({ email: learner().email, password: PASSWORD }).toString()
    const post = { method: 'POST', path: PATH, type: TYPE, body, from: from(), expect: 303 } as const
    const { headers } = await visit(post)
    if (!headers['set-cookie']?.some((cookie) => cookie.startsWith('session='))) throw new Error('nobody was signed in')
    return true
  }
}
