import { after } from 'next/server'
import type { Visit } from '@/server/account/visit'
import { clientAddress } from '@/server/auth/client-address'

/** The call that is being answered. The clock is read here, at the door. */
export async function thisVisit(): Promise<Visit> {
  return { address: await clientAddress(), now: new Date(), later: after }
}
