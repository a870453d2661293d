import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { sessionKey } from '../keys'

const KEY_BYTES = 32
const LENGTH = 22

/**
 * By what a device knows again, without a name, for whom it keeps what was done without a network. It is the same on all
 * her devices, and tells nobody who has no key whose it is.
 */
export async function ownerKey(accountId: string): Promise<string> {
  const key = hkdfSync('sha256', await sessionKey(), '', 'owner on a device, HMAC-SHA-256', KEY_BYTES)
  return createHmac('sha256', new Uint8Array(key)).update(accountId).digest('base64url').slice(0, LENGTH)
}
