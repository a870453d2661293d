import 'server-only'
import type { Course } from '@/domain/course/course'
import type { Tables } from '@/server/db/tables'
import type { Roll } from './roll'
import type { Traits } from './traits'

/** What every row is made with. */
export type Filling = {
  tables: Tables
  roll: Roll
  now: Date
  /** One password for all who have no other: making a hash costs more than a learner. */
  passwordHash: string
  /** What invented addresses end in, `@demo.example`. */
  domain: string
  /** How many people there are, so that each has an address of her own. */
  people: { made: number }
}
export type Release = { id: string; course: Course; traits: Traits }

const DAY_MS = 86_400_000

export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS)
}

/** @returns days, parts of one included. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS
}
