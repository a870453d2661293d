import type { Day } from '../time/day'

/** Each has its sentence under `desk.next`. */
export type NextDate = { what: 'starts' | 'seminar' | 'due' | 'exam' | 'ends'; on: Day }
type Days = {
  startsOn: Day
  endsOn: Day
  /** The days on which exams open. */
  examDays: readonly (Day | null)[]
  deadlines: readonly Day[]
  /** The days of the seminars in its programme. */
  seminarDays?: readonly Day[]
}

/** The next day of a cohort that its staff should know, from today on; null once it is over. */
export function nextDateOf(
  { startsOn, endsOn, examDays, deadlines, seminarDays = [] }: Days,
  today: Day,
): NextDate | null {
  const dates: NextDate[] = [
    { what: 'starts', on: startsOn },
    ...seminarDays.map((on) => ({ what: 'seminar' as const, on })),
    ...deadlines.map((on) => ({ what: 'due' as const, on })),
    ...examDays.flatMap((on) => (on ? [{ what: 'exam' as const, on }] : [])),
    { what: 'ends', on: endsOn },
  ]
  const ahead = dates.filter(({ on }) => on >= today)
  return ahead.toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null
}
