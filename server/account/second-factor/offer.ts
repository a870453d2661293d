import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { seal, unseal } from '../../auth/seal'
import { newTotpSecret } from '../../auth/totp'
import type { Db } from '../../db/client'
import { type FactorRow, offerFactor } from '../../db/second-factors'

type Browser = Pick<Person, 'accountId' | 'sessionId'>
/** A first application is offered for a password, another one for a code of the one in force. */
type Purpose = 'first' | 'another'

const OFFER_MINUTES = 60
// A phone that goes from the browser to the application and back may load the page anew: the offer is kept, for this
// browser alone. Whoever else is signed in as her must not read the secret that she is about to trust.
const ownerOf = (purpose: Purpose, { accountId, sessionId }: Browser) => `${purpose} ${accountId} ${sessionId}`

export async function makeOffer(db: Db, purpose: Purpose, browser: Browser, now: Date): Promise<void> {
  await offerFactor(db, browser.accountId, await seal(newTotpSecret(), ownerOf(purpose, browser)), now)
}

/** The secret that this browser was offered; null when there is none, or it has grown old. */
export async function openOffer(
  { offered, offeredAt, confirmedAt }: FactorRow,
  browser: Browser,
  now: Date,
): Promise<string | null> {
  if (!offered || !offeredAt || now.getTime() - offeredAt.getTime() > OFFER_MINUTES * 60_000) return null
  return unseal(offered, ownerOf(confirmedAt ? 'another' : 'first', browser))
}
