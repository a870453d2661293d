import 'server-only'
import { randomBytes } from 'node:crypto'
import { db } from './db/client'
import { keepSetting } from './db/settings'
import { env } from './env'
import { SettingsError } from './settings-error'

/** The key that signs session cookies. All servers of one site share it. */
export function sessionKey(): Promise<string> {
  return settingOrMadeKey('session-key', env().sessionKey)
}

/** The 32-byte Ed25519 seed that signs credentials. If it changes, old credentials can no longer be verified. */
export async function signingSeed(): Promise<Uint8Array> {
  return new Uint8Array(Buffer.from(await settingOrMadeKey('signing-key', env().signingKey), 'base64'))
}

const madeKeys = new Map<string, Promise<string>>()

// Only the embedded database ever makes a key: servers that share a database must be given the same one.
function settingOrMadeKey(name: string, setting: string | undefined): Promise<string> {
  if (setting) return Promise.resolve(setting)
  if (!env().embedded) throw new SettingsError([`The setting of the ${name} is missing.`])
  const key = madeKeys.get(name) ?? keepSetting(db(), name, randomBytes(32).toString('base64'))
  madeKeys.set(name, key)
  key.catch(() => madeKeys.delete(name)) // The next call asks again, once the database is back.
  return key
}
