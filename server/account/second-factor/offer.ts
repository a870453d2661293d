import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { seal, unseal } from '../../auth/seal'
import { newTotpSecret } from '../../auth/totp'
import { type FactorRow, offerFactor } from '../../db/auth/second-factors'
import type { Db } from '../../db/client'

type Browser = Pick<Person, 'accountId' | 'sessionId'>
/** `first` is offered after the password was typed, `another` after a code of a second factor in force. */
type Purpose = 'first' | 'another'

const OFFER_MINUTES = 60
// The offer is stored for this browser, since a phone that switches between the browser and the app may reload the
// page. Another session of the same account must not read the secret that the person is about to trust.
const ownerOf = (purpose: Purpose, { accountId, sessionId }: Browser) => `${purpose} ${accountId} ${sessionId}`

export async function makeOffer(db: Db, purpose: Purpose, browser: Browser, now: Date): Promise<void> {
  await offerFactor(db, browser.accountId, await seal(newTotpSecret(), ownerOf(purpose, browser)), now)
}

/**
 * The secret that was offered to this browser; null if there is none, it has expired, or it was offered for another
 * purpose: what a password began does not count once a second factor is in force.
 */
export async function openOffer(
  { offered, offeredAt }: FactorRow,
  purpose: Purpose,
  browser: Browser,
  now: Date,
): Promise<string | null> {
  if (!offered || !offeredAt || now.getTime() - offeredAt.getTime() > OFFER_MINUTES * 60_000) return null
  return unseal(offered, ownerOf(purpose, browser))
}
