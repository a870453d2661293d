import type { Locale } from '@/domain/locale'
import { formatTime } from './translator'

const MINUTE_MS = 60_000

/** When something happened, `8:52`: the minute that had begun, where `formatTime` names the next one. */
export function formatClock(at: Date, locale: Locale): string {
  return formatTime(new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS), locale)
}
