import { type Day, dayOf, nextDay, startOfDay } from './day'
import { phaseOf } from './phase'
import { MINIMUM_CELL_COUNT } from './statistics/minimum-cell-count'

/** Fewer cannot be split into five people who were right and five who were not: nothing of them could be shown. */
export const FEWEST_IN_A_GROUP = 2 * MINIMUM_CELL_COUNT
/** While more people are to come. Groups of ten would close, be counted once, and mostly show nothing. */
const FEWEST_WHILE_RUNNING = 20

type Dates = { startsOn: Day; endsOn: Day; archivedAt: Date | null }

/** `until`: answers that were handed in before it may count. `isOver`: no more people are to come. */
export type Closing = { until: Date; isOver: boolean }

/**
 * What may be counted of a cohort now: all until the end of yesterday, and of the cohort. Who reloads a page sees the same
 * figures all day.
 */
export function closingOf(cohort: Dates, now: Date): Closing {
  const { endsOn, archivedAt } = cohort
  const days = [dayOf(now), nextDay(endsOn), archivedAt ? dayOf(archivedAt) : dayOf(now)]
  const isOver = ['over', 'archived'].includes(phaseOf(cohort, now))
  return { until: startOfDay(days.toSorted()[0] as Day), isOver }
}

/**
 * How many people must be waiting at least for the next group of a cohort to close. A figure of a group is what may be shown
 * of that group alone, so groups must not be small: until the cohort is over each has twenty people at least, and as many as
 * all groups before it.
 *
 * @param counted the people of its groups so far.
 */
export function fewestToClose(counted: number, { isOver }: Pick<Closing, 'isOver'>): number {
  return isOver ? FEWEST_IN_A_GROUP : Math.max(FEWEST_WHILE_RUNNING, counted)
}
