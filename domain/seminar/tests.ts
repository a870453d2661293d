import type { TestForm, TestsHandedIn } from '../cohort/test-availability'
import type { SeminarStatus } from './seminar'
import { wasHeld } from './state'

/** Why a test of a seminar cannot be taken. Each has its sentence in i18n/messages/*.json under `seminarTests.closed`. */
export const SEMINAR_TEST_CLOSED = ['cancelled', 'begun', 'not-held', 'no-first-test', 'over'] as const
export type SeminarTestClosed = (typeof SEMINAR_TEST_CLOSED)[number]
export type SeminarTestAvailability =
  | { status: 'open' }
  | { status: 'handed-in'; at: Date }
  | { status: 'closed'; why: SeminarTestClosed }

type Held = { status: SeminarStatus; startsAt: Date; endsAt: Date }
const DAY_MS = 86_400_000
/** How long the second test stays open after the seminar. Then its figures are computed, once. */
const OPEN_DAYS = 30

export function testsCloseAt({ endsAt }: Pick<Held, 'endsAt'>): Date {
  return new Date(endsAt.getTime() + OPEN_DAYS * DAY_MS)
}

/**
 * Whether somebody who is registered can take a test: the first until the seminar begins, the second once it was held, if
 * she took the first, since only both results together say anything.
 */
export function seminarTestAvailability(
  form: TestForm,
  { seminar, handedIn }: { seminar: Held; handedIn: TestsHandedIn },
  now: Date,
): SeminarTestAvailability {
  const at = handedIn[form]
  if (at) return { status: 'handed-in', at }
  if (seminar.status === 'cancelled' || seminar.status === 'draft') return closed('cancelled')
  const held = wasHeld(seminar, now)
  if (form === 'before') return held || seminar.startsAt <= now ? closed('begun') : { status: 'open' }
  if (!held) return closed('not-held')
  if (handedIn.before === null) return closed('no-first-test')
  return now < testsCloseAt(seminar) ? { status: 'open' } : closed('over')
}

const closed = (why: SeminarTestClosed): SeminarTestAvailability => ({ status: 'closed', why })
