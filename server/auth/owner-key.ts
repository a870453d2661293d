import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { sessionKey } from '../keys'

const KEY_BYTES = 32
const LENGTH = 22

/**
 * A pseudonym by which a device recognises the person whose offline work it keeps. It is the same on all her devices,
 * and reveals the account to nobody who lacks the session key.
 */
export async function ownerKey(accountId: string): Promise<string> {
  const key = hkdfSync('sha256', await sessionKey(), '', 'owner on a device, HMAC-SHA-256', KEY_BYTES)
  return createHmac('sha256', new Uint8Array(key)).update(accountId).digest('base64url').slice(0, LENGTH)
}
