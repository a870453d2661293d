import { type Day, dayOf } from '../cohort/day'

/** A step of a course with its last day in her cohort. */
export type DueStep = { id: string; dueOn: Day; missed: boolean }

/**
 * The steps that she has not done and that have a last day, the earliest first. A day is missed once it is over in Morocco.
 *
 * @param open ids of lessons, or `exam`.
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
      return dueOn ? [{ id, dueOn, missed: dueOn < today }] : []
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}
