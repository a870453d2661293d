import 'server-only'
import { createHash } from 'node:crypto'
import { hashOf } from '../account/email-link'
import type { Permit } from '../auth/permit'
import { writeCalendar } from '../calendar-file/write-calendar'
import { findOwner, findSubscriber, type Subscriber } from '../db/account/calendar-feeds'
import { sql } from '../db/client'
import { SOURCES } from './sources'

const TOKEN = /^[A-Za-z0-9_-]{32}$/

export type Calendar = { text: string; etag: string }

/**
 * The calendar at a secret address; null for an address that is not, or no longer, in use.
 *
 * @param found called for an address that is in use, before its calendar is read. It may throw to refuse the request.
 */
export async function readFeed(token: string, now: Date, found = async () => {}): Promise<Calendar | null> {
  const who = TOKEN.test(token) ? await findSubscriber(sql(), hashOf(token)) : null
  if (!who) return null
  await found()
  const text = await calendarOf(who, now)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
}

/** The calendar of the person herself, whether or not it has an address. */
export async function readOwnCalendar({ target }: Permit<'account:read'>, now: Date): Promise<string> {
  return calendarOf(await findOwner(sql(), target.accountId), now)
}

async function calendarOf(who: Subscriber, now: Date): Promise<string> {
  const entries = await Promise.all(SOURCES.map((source) => source(who, now)))
  return writeCalendar(entries.flat(), who.locale, who.since)
}
