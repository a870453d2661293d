import { type Day, dayOf, endOfDay, nextDay, startOfDay } from './day'
import { SMALLEST_GROUP } from './statistics/smallest-group'

/**
 * Until when answers may count: the end of yesterday, and of the cohort. Who reloads a page must not see what one more
 * person changed.
 */
export function countedUntil(cohort: { endsOn: Day; archivedAt: Date | null }, now: Date): Date {
  const days = [dayOf(now), nextDay(cohort.endsOn), cohort.archivedAt ? dayOf(cohort.archivedAt) : dayOf(now)]
  return startOfDay(days.toSorted()[0] as Day)
}

/**
 * The end of the day of which the figures are: the last one by which at least five people had come since the snapshot
 * before, so that two snapshots never differ by fewer. Each is found from the first day on, so that it stays the same
 * whenever one looks. Null before the first.
 *
 * @param times when each person's answers came to count, in any order; those from `until` on do not count.
 */
export function snapshotAt(times: readonly Date[], until: Date): Date | null {
  const days = times
    .filter((time) => time < until)
    .map(dayOf)
    .toSorted()
  let [snapshot, waiting]: [Day | null, number] = [null, 0]
  for (const [place, day] of days.entries()) {
    waiting += 1
    const isLastOfDay = days[place + 1] !== day
    if (isLastOfDay && waiting >= SMALLEST_GROUP) [snapshot, waiting] = [day, 0]
  }
  return snapshot === null ? null : endOfDay(snapshot)
}
