import 'server-only'
import { randomBytes } from 'node:crypto'
import { db } from './db/client'
import { keepSetting } from './db/settings'
import { env } from './env'

/** Signs session cookies. The same on all servers of one site. */
export function sessionKey(): Promise<string> {
  return given('session-key', env().sessionKey)
}

/** The 32-byte Ed25519 seed that signs credentials. A change of it leaves old credentials unverifiable. */
export async function signingSeed(): Promise<Uint8Array> {
  return new Uint8Array(Buffer.from(await given('signing-key', env().signingKey), 'base64'))
}

const known = new Map<string, Promise<string>>()

// Settings are required beside DATABASE_URL, so only the embedded database is ever asked to make a key.
function given(name: string, setting: string | undefined): Promise<string> {
  if (setting) return Promise.resolve(setting)
  const key = known.get(name) ?? keepSetting(db(), name, randomBytes(32).toString('base64'))
  known.set(name, key)
  key.catch(() => known.delete(name)) // ask again when the database is back
  return key
}
