import { type Day, dayOf, daysBetween } from '../time/day'

/** A step of a course with its deadline in the learner's cohort. */
export type DueStep = {
  id: string
  dueOn: Day
  missed: boolean
  /** Days from today to the deadline; negative once it is missed. */
  daysLeft: number
}

/**
 * The steps with a deadline that the learner has not done, the earliest first. A deadline is missed once its day is
 * over in Morocco.
 *
 * @param open the ids of lessons, or `exam`.
 */
export function dueSteps(
  open: readonly string[],
  deadlines: Readonly<Record<string, Day>> | null,
  now: Date,
): DueStep[] {
  const today = dayOf(now)
  return open
    .flatMap((id) => {
      const dueOn = deadlines?.[id]
      return dueOn ? [{ id, dueOn, missed: dueOn < today, daysLeft: daysBetween(today, dueOn) }] : []
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}
