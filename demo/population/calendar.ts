import 'server-only'
import type { Phase } from '@/domain/cohort/phase'
import { type Day, dayOf, nextDay, startOfDay } from '@/domain/time/day'
import type { Rng } from './rng'
import { daysAfter } from './table-batch'

/** Ten weeks. */
const DAYS = 70
const CREATED_BEFORE = 45

/** Days from now until the start: at least `least`, and less than `within` more. */
const STARTS: Readonly<Record<Phase, { least: number; within: number }>> = {
  planned: { least: 10, within: 30 },
  running: { least: -52, within: 25 },
  over: { least: -170, within: 80 },
  archived: { least: -420, within: 150 },
}

export type Calendar = {
  createdAt: Date
  startsOn: Day
  endsOn: Day
  startsAt: Date
  archivedAt: Date | null
  /** The day on which this share of the cohort's time has passed. @param share in [0, 1]. */
  dayAt: (share: number) => Day
}

/** The dates of a cohort in this phase. */
export function calendarOf(phase: Phase, now: Date, { below }: Rng): Calendar {
  const { least, within } = STARTS[phase]
  const startsOn = nextDay(dayOf(now), least + below(within))
  const startsAt = startOfDay(startsOn)
  return {
    startsOn,
    startsAt,
    endsOn: nextDay(startsOn, DAYS),
    createdAt: daysAfter(startsAt, -CREATED_BEFORE),
    archivedAt: phase === 'archived' ? daysAfter(startsAt, DAYS + 14) : null,
    dayAt: (share) => nextDay(startsOn, Math.round(share * DAYS)),
  }
}
