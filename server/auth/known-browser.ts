import 'server-only'
import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { KNOWN_BROWSER_DAYS } from '@/domain/auth/session-terms'
import { rememberBrowser } from '../db/auth/known-browsers'
import { sql } from '../db/client'
import { env } from '../env'
import { secretToken } from '../random'
import { clientAddress } from './client-address'
import { networkKey } from './limits'

const TOKEN = /^[\w-]{32}$/

function cookieSettings() {
  const secure = env().publicUrl.startsWith('https:')
  return { name: secure ? '__Host-browser' : 'browser', secure }
}

/** The secret in the cookie of the browser; null if it has none. The database tells whether the browser is known. */
export async function browserSecret(): Promise<string | null> {
  const value = (await cookies()).get(cookieSettings().name)?.value ?? ''
  return TOKEN.test(value) ? value : null
}

/** Only the hash is stored. The secret has 192 random bits and cannot be guessed. */
export function browserHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * Registers the browser as one of the person's own, and sets the cookie with the secret. @returns the id of its row.
 */
export async function rememberThisBrowser(accountId: string): Promise<string> {
  const secret = (await browserSecret()) ?? secretToken()
  const network = await networkKey(await clientAddress())
  const id = await rememberBrowser(sql(), accountId, { hash: browserHash(secret), network })
  const { name, secure } = cookieSettings()
  const maxAge = KNOWN_BROWSER_DAYS * 86_400
  ;(await cookies()).set(name, secret, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })
  return id
}
