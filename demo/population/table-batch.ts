import 'server-only'
import type { Course } from '@/domain/course/course'
import type { Tables } from '@/server/db/tables'
import type { Traits } from './irt-traits'
import type { Rng } from './rng'

/** The rows made so far, and what every function needs to add more. */
export type TableBatch = {
  tables: Tables
  rng: Rng
  now: Date
  /** One password for all people without their own: hashing a password takes longer than making a learner. */
  passwordHash: string
  /** The domain of the invented e-mail addresses, `demo.example`. */
  domain: string
  /** The number of people made so far: it gives each an address of her own. */
  people: { made: number }
}
export type Release = { id: string; course: Course; traits: Traits }

const DAY_MS = 86_400_000

export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS)
}

/** @returns days, with fractions. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS
}
