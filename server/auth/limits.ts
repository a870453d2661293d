import 'server-only'
import { createHmac } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { db } from '../db/client'
import { addHit, countTry, dropOldHits, forgetFailures } from '../db/limits'
import { sessionKey } from '../keys'

const DAY_MS = 86_400_000
const LOCK_MINUTES = 15
// The third wrong password or code waits 5 s, the fourth 15 s, the fifth and every further one a quarter of an hour.
const LOCK_SECONDS = [0, 0, 5, 15, LOCK_MINUTES * 60]

/**
 * How often one subject (an address, an e-mail) may do a thing. Counters live in PostgreSQL, so several servers agree. A
 * court sends a whole training session through one address: limits by address leave room for that, `mail` is by e-mail.
 */
export const LIMITS = {
  'sign-in': { hits: 100, seconds: 300 },
  'sign-up': { hits: 60, seconds: 3600 },
  reset: { hits: 30, seconds: 3600 },
  'confirm-again': { hits: 30, seconds: 3600 },
  mail: { hits: 5, seconds: 3600 },
  verify: { hits: 60, seconds: 300 },
  'verify-name': { hits: 15, seconds: 300 },
  // Codes into cohorts: by account, and by address, where a whole room may type the same one in the same minutes.
  join: { hits: 20, seconds: 900 },
  'join-address': { hits: 200, seconds: 900 },
  // By account. Three codes of a million are right at a time: so few tries a day leave nothing to luck.
  'second-factor': { hits: 60, seconds: 86_400 },
} as const
export type LimitName = keyof typeof LIMITS

/** @throws {AppError} too-many-requests */
export async function spendLimit(name: LimitName, subject: string, now: Date): Promise<void> {
  const { hits, seconds } = LIMITS[name]
  const windowMs = seconds * 1000
  const windowEnd = new Date((Math.floor(now.getTime() / windowMs) + 1) * windowMs)
  const used = await addHit(db(), await keyed(`${name} ${subject}`), windowEnd)
  if (used === 1) await dropOldHits(db(), new Date(now.getTime() - DAY_MS))
  if (used > hits) throw new AppError('too-many-requests', `${name} limit`)
}

/** Forgets the wrong passwords typed for an e-mail from an address. */
export async function forgetSignInFailures(email: string, address: string): Promise<void> {
  await forgetFailures(db(), await keyed(`sign-in ${email} ${address}`))
}

export type Gate = { admitted: true; clear: () => Promise<void> } | { admitted: false; lockedUntil: Date }

/** The gate before a password is looked at: per e-mail **and** address, the same for unknown e-mails. */
export async function enterSignIn(email: string, address: string, now: Date): Promise<Gate> {
  return enter(await keyed(`sign-in ${email} ${address}`), now)
}

/** The gate before a code is looked at. By account alone: whoever tries has the password, and may have many addresses. */
export async function enterCode(accountId: string, now: Date): Promise<Gate> {
  return enter(await keyed(`second-factor ${accountId}`), now)
}

async function enter(key: string, now: Date): Promise<Gate> {
  const freshAfter = new Date(now.getTime() - LOCK_MINUTES * 60_000)
  const row = await countTry(db(), key, now, freshAfter, LOCK_SECONDS)
  if (!row.admitted) return { admitted: false, lockedUntil: row.lockedUntil ?? now }
  return { admitted: true, clear: () => forgetFailures(db(), key) }
}

// Keyed, so that the table alone does not tell whose address or e-mail it counts.
async function keyed(text: string): Promise<string> {
  return createHmac('sha256', await sessionKey())
    .update(text)
    .digest('base64url')
}
