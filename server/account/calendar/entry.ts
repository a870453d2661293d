import 'server-only'
import type { Day } from '@/domain/cohort/day'
import type { Subscriber } from '../../db/calendar-feeds'

export type { Subscriber }
/**
 * An entry of a person's calendar. `uid` stays the same as long as the entry is the same thing, so that a calendar moves
 * it in place of adding another. No entry names a person, an institution or a cohort: a calendar is shared, and its
 * address may be.
 */
export type CalendarEntry = {
  uid: string
  title: string
  /** Where the entry leads, without the address of the site; null for somebody to whom no page of it is open. */
  path: string | null
} & ({ day: Day } | { at: Date } | CalendarEvent)
/**
 * Something that begins and ends at its hours. `sequence`: counts its changes, so that a calendar takes the latest.
 * `changedAt`: of the latest one. `where`: in words.
 */
export type CalendarEvent = {
  at: Date
  until: Date
  sequence: number
  changedAt: Date
  cancelled: boolean
  where: string | null
}
/** Finds the entries of one kind, in the language of the person. */
export type CalendarSource = (who: Subscriber, now: Date) => Promise<readonly CalendarEntry[]>
