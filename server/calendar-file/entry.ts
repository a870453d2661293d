import 'server-only'
import type { Day } from '@/domain/time/day'
import type { Subscriber } from '../db/account/calendar-feeds'

export type { Subscriber }
/**
 * An entry of a person's calendar. `uid` stays the same while the entry is about the same thing, so that a calendar
 * moves the entry instead of adding another. No entry names a person, an institution or a cohort, since a calendar may
 * be shared, and so may its address.
 */
export type CalendarEntry = {
  uid: string
  title: string
  /** The page of the entry, without the address of the site; null if the person may open no page about it. */
  path: string | null
} & ({ day: Day } | { at: Date } | CalendarEvent)
/**
 * An entry with a beginning and an end. `sequence`: the number of its changes, so that a calendar takes the latest
 * version. `changedAt`: the time of the latest change. `where`: the place in words.
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
