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
  /** Where the entry leads, without the address of the site. */
  path: string
} & ({ day: Day } | { at: Date })
/** Finds the entries of one kind, in the language of the person. */
export type CalendarSource = (who: Subscriber, now: Date) => Promise<readonly CalendarEntry[]>
