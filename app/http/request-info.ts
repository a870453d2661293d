import { headers } from 'next/headers'
import { after } from 'next/server'
import type { Visit } from '@/server/account/request-info'
import { clientAddress } from '@/server/auth/client-address'
import { browserSecret } from '@/server/auth/known-browser'
import { logBug } from '@/server/log'

/** The request that is being answered, with the time at which its handling began. */
export async function thisVisit(): Promise<Visit> {
  const requestId = (await headers()).get('x-request-id') ?? undefined
  // Without this, Next would print the error with all that its message quotes, possibly personal data.
  const later: Visit['later'] = (work) => after(() => work().catch((error) => logBug(error, { requestId })))
  return { address: await clientAddress(), browser: await browserSecret(), now: new Date(), later }
}
