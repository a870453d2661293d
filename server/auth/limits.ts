import 'server-only'
import { createHmac } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { findKnown } from '../db/auth/known-browsers'
import { addHit, countAttempt, dropOldHits, forgetFailures, uncountAttempt } from '../db/auth/rate-counters'
import { db, sql } from '../db/client'
import { sessionKey } from '../keys'

const DAY_MS = 86_400_000
const LOCK_MINUTES = 15
/**
 * How long a person must wait after each failure in turn (the last entry applies to all later ones), and when failures
 * are forgotten.
 */
type Slowing = { lockSeconds: readonly number[]; forgetAfterMs: number }
// After the third wrong password or code one waits 5 s, after the fourth 15 s, from the fifth on a quarter of an hour.
const ONE_PLACE: Slowing = { lockSeconds: [0, 0, 5, 15, LOCK_MINUTES * 60], forgetAfterMs: LOCK_MINUTES * 60_000 }
// For all addresses together: after ten failures one attempt in 5 s, then 10, 20 and 40 s, and finally one a minute.
const ALL_PLACES: Slowing = { lockSeconds: [...Array(10).fill(0), 5, 10, 20, 40, 60], forgetAfterMs: DAY_MS }

/**
 * How often one subject (an address, an e-mail) may do something. The counters are in PostgreSQL, so that several
 * servers share them. A court sends a whole training session through one address, so limits by address leave room for
 * that. `mail` counts by e-mail.
 */
export const LIMITS = {
  'sign-in': { hits: 100, seconds: 300 },
  // Sign-ons with the account of an institution: by address, on the way there and on the way back.
  'sign-on': { hits: 100, seconds: 300 },
  'sign-on-back': { hits: 200, seconds: 300 },
  'sign-up': { hits: 60, seconds: 3600 },
  reset: { hits: 30, seconds: 3600 },
  'confirm-again': { hits: 30, seconds: 3600 },
  mail: { hits: 5, seconds: 3600 },
  verify: { hits: 60, seconds: 300 },
  // One request for each pause in typing: a whole court may search through one address.
  suggest: { hits: 1500, seconds: 300 },
  // By account: each search reads the lists of all cohorts that the person runs.
  'desk-search': { hits: 120, seconds: 300 },
  'verify-name': { hits: 15, seconds: 300 },
  // Reported errors: by account, or without an account by address, which a whole court may share.
  'report-error': { hits: 20, seconds: 3600 },
  'report-error-address': { hits: 30, seconds: 3600 },
  // Test letters of an announcement to its author, by account: one letter for each language.
  'announcement-test': { hits: 10, seconds: 3600 },
  // Checks of a source while a person edits it, by account: one for each pause in typing.
  'check-source': { hits: 240, seconds: 300 },
  // Messages of a learner to her tutors, by account.
  'ask-tutor': { hits: 20, seconds: 86_400 },
  // Notes as a PDF, by account: the compiler blocks all other requests meanwhile.
  'notes-paper': { hits: 60, seconds: 3600 },
  // Webhooks tried or sent again, by account.
  'webhook-send': { hits: 120, seconds: 3600 },
  // Connections to identity providers tried, by account.
  'sign-on-try': { hits: 60, seconds: 3600 },
  // Files that an institution hands out: each is unpacked and scanned.
  material: { hits: 60, seconds: 3600 },
  // Logos tried by an institution: the compiler typesets each one.
  logo: { hits: 30, seconds: 3600 },
  // A calendar program requests its address a few times a day. Wrong addresses are counted by network: after a person
  // has ended an address, her programs go on requesting it.
  calendar: { hits: 60, seconds: 3600 },
  'calendar-wrong': { hits: 300, seconds: 3600 },
  // The API: by token; requests with an unknown token by address, which a whole school may share.
  api: { hits: 600, seconds: 300 },
  'api-wrong': { hits: 100, seconds: 300 },
  // Enrolment codes: by account, and by address, through which a whole room may send the same code within minutes.
  join: { hits: 20, seconds: 900 },
  'join-address': { hits: 200, seconds: 900 },
  // Letters to guests of seminars: by network, through which a whole room may register. `mail` also counts by e-mail.
  'seminar-guest': { hits: 200, seconds: 3600 },
  // Lists of people named for seminars, by account: each person gets a letter.
  'seminar-nominate': { hits: 60, seconds: 86_400 },
  // Wrong codes from a room's screen, by person and half-day of a seminar: two codes in a million are valid at a time.
  // Guests who are not registered share one counter.
  'check-in': { hits: 10, seconds: 600 },
  'check-in-unlisted': { hits: 60, seconds: 600 },
  // Roles offered to one address by one institution, and by one account: each sends a letter to a person who did not
  // ask for it.
  'role-offer': { hits: 5, seconds: 86_400 },
  'role-offer-by': { hits: 200, seconds: 86_400 },
  // By account, or by a browser in which the person has passed both steps. Three codes in a million are valid at a
  // time; with so few attempts a day, guessing has no chance.
  'second-factor': { hits: 60, seconds: 86_400 },
  // Challenges for passkeys, by account: each press of the button makes one.
  'passkey-challenge': { hits: 120, seconds: 3600 },
} as const
export type LimitName = keyof typeof LIMITS

/** @throws {AppError} too-many-requests */
export async function spendLimit(name: LimitName, subject: string, now: Date): Promise<void> {
  const { hits, seconds } = LIMITS[name]
  const windowMs = seconds * 1000
  const windowEnd = new Date((Math.floor(now.getTime() / windowMs) + 1) * windowMs)
  const used = await addHit(sql(), await keyed(`${name} ${subject}`), windowEnd)
  if (used === 1) await dropOldHits(db(), new Date(now.getTime() - DAY_MS))
  if (used > hits) throw new AppError('too-many-requests', `${name} limit`)
}

/** The seconds until the window of a limit ends and its counter starts again at zero. */
export function secondsLeft(name: LimitName, now: Date): number {
  const { seconds } = LIMITS[name]
  return seconds - (Math.floor(now.getTime() / 1000) % seconds)
}

export type FailureCounter = { key: string; windowEnd: Date; most: number }
/**
 * The counter of something that is counted only when it fails, so that a success writes nothing. `most`: after this
 * number of failures the next attempt is refused.
 */
export async function failureCounter(name: LimitName, subject: string, now: Date): Promise<FailureCounter> {
  const { hits: most, seconds } = LIMITS[name]
  const windowMs = seconds * 1000
  const windowEnd = new Date((Math.floor(now.getTime() / windowMs) + 1) * windowMs)
  return { key: await keyed(`${name} ${subject}`), windowEnd, most }
}

export async function noteFailure({ key, windowEnd }: FailureCounter, now: Date): Promise<void> {
  const used = await addHit(sql(), key, windowEnd)
  if (used === 1) await dropOldHits(db(), new Date(now.getTime() - DAY_MS))
}

/** Forgets the failed sign-ins of an e-mail: those from an address, and those over all addresses. */
export async function forgetSignInFailures(email: string, address: string): Promise<void> {
  for (const subject of [`${email} ${address}`, email]) await forgetFailures(db(), await keyed(`sign-in ${subject}`))
}

export type Admission = { admitted: true; clear: () => Promise<void> } | { admitted: false; lockedUntil: Date }

/** A person who tries to sign in. */
export type SignInOrigin = { email: string; address: string; browserHash: string | null }

/**
 * The rate limiter in front of the password check. It is the same for unknown e-mails. A browser in which the person
 * has signed in before has a counter of its own. Every other browser counts by e-mail **and** address, and all of them
 * together by e-mail, which slows down an attacker with many addresses. A network from which the person has signed in
 * before is left out of that sum, so that nobody elsewhere can lock her out.
 */
export async function enterSignIn({ email, address, browserHash }: SignInOrigin, now: Date): Promise<Admission> {
  const known = await findKnown(sql(), email, { hash: browserHash, network: await networkKey(address) })
  const place = known.browserId ? `browser ${known.browserId}` : address
  const here = await keyed(`sign-in ${email} ${place}`)
  const gate = await enter(here, now, ONE_PLACE)
  if (!gate.admitted || known.browserId || known.network) return gate
  const sum = await enter(await keyed(`sign-in ${email}`), now, ALL_PLACES)
  if (sum.admitted) return { admitted: true, clear: async () => void (await Promise.all([gate.clear(), sum.clear()])) }
  // The password was not checked: a wait that others caused must not lock this address too.
  await uncountAttempt(sql(), here, now)
  return sum
}

/**
 * The rate limiter in front of the code check. A browser in which the person has passed both steps has a counter of its
 * own. All others count together, by account: an attacker at this step has the password, and may have many addresses.
 */
export async function enterCode(subject: string, now: Date): Promise<Admission> {
  return enter(await keyed(`second-factor ${subject}`), now, ONE_PLACE)
}

/** The key by which the networks of earlier sign-ins are recognised. */
export async function networkKey(address: string): Promise<string> {
  return keyed(`network ${address}`)
}

async function enter(key: string, now: Date, { lockSeconds, forgetAfterMs }: Slowing): Promise<Admission> {
  const freshAfter = new Date(now.getTime() - forgetAfterMs)
  const row = await countAttempt(sql(), key, now, freshAfter, lockSeconds)
  if (!row.admitted) return { admitted: false, lockedUntil: row.lockedUntil ?? now }
  return { admitted: true, clear: () => forgetFailures(db(), key) }
}

// Keyed, so that the table alone does not reveal whose address or e-mail it counts.
async function keyed(text: string): Promise<string> {
  return createHmac('sha256', await sessionKey())
    .update(text)
    .digest('base64url')
}
