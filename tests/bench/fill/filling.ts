import type { Course } from '@/domain/course/course'
import type { Roll } from './roll'
import type { Tables } from './tables'

/** What every row is made with. */
export type Filling = {
  tables: Tables
  roll: Roll
  now: Date
  /** One password for all: making a hash costs more than a learner. */
  passwordHash: string
}
export type Release = { id: string; course: Course }

const DAY_MS = 86_400_000

export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS)
}
