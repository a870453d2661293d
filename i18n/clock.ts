import type { Locale } from '@/domain/locale'
import { formatTime } from './translator'

const MINUTE_MS = 60_000

/** The time at which something happened, `8:52`: rounded down to the minute, whereas `formatTime` rounds up. */
export function formatClock(at: Date, locale: Locale): string {
  return formatTime(new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS), locale)
}
