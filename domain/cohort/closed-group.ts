import { type Day, dayOf, nextDay, startOfDay } from '../time/day'
import { phaseOf } from './phase'
import { MINIMUM_CELL_COUNT } from './statistics/minimum-cell-count'

/**
 * A smaller group cannot have five people who were right and five who were not: all its figures would be suppressed.
 */
export const MIN_GROUP_SIZE = 2 * MINIMUM_CELL_COUNT
/** The minimum until the cohort is over. Groups close for good, and in groups of ten most figures are suppressed. */
const MIN_SIZE_WHILE_RUNNING = 20

type Dates = { startsOn: Day; endsOn: Day; archivedAt: Date | null }

/** `until`: only answers handed in before this moment count. `isOver`: no more people will come. */
export type Closing = { until: Date; isOver: boolean }

/**
 * The answers that count for a cohort now: those until the end of yesterday, of the cohort's last day, or of the day
 * before it was archived, whichever is earliest. A reader who reloads the page sees the same figures all day.
 */
export function closingOf(cohort: Dates, now: Date): Closing {
  const { endsOn, archivedAt } = cohort
  const days = [dayOf(now), nextDay(endsOn), archivedAt ? dayOf(archivedAt) : dayOf(now)]
  const isOver = ['over', 'archived'].includes(phaseOf(cohort, now))
  return { until: startOfDay(days.toSorted()[0] as Day), isOver }
}

/**
 * The minimum size of the next group of a cohort. A figure is combined only from what each group may show alone, so
 * groups must not be small: until the cohort is over, each has at least twenty people, and at least as many as all
 * earlier groups together.
 *
 * @param counted the number of people in the groups so far.
 */
export function minimumGroupSize(counted: number, { isOver }: Pick<Closing, 'isOver'>): number {
  return isOver ? MIN_GROUP_SIZE : Math.max(MIN_SIZE_WHILE_RUNNING, counted)
}
