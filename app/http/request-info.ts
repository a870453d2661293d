import { headers } from 'next/headers'
import { after } from 'next/server'
import type { Visit } from '@/server/account/request-info'
import { clientAddress } from '@/server/auth/client-address'
import { browserSecret } from '@/server/auth/known-browser'
import { logBug } from '@/server/log'

/** The call that is being answered. The clock is read here, at the door. */
export async function thisVisit(): Promise<Visit> {
  const requestId = (await headers()).get('x-request-id') ?? undefined
  // Next would print what fails by then, with all that its message quotes.
  const later: Visit['later'] = (work) => after(() => work().catch((error) => logBug(error, { requestId })))
  return { address: await clientAddress(), browser: await browserSecret(), now: new Date(), later }
}
