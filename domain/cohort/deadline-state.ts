import { type Day, dayOf } from '../time/day'

/** Each has its label in i18n/messages/*.json under `cohorts.person.deadlines`. */
export const DEADLINE_STATES = ['kept', 'late', 'missed', 'ahead'] as const
export type DeadlineState = (typeof DEADLINE_STATES)[number]

/** A step done on the day of its deadline is in time. @param doneAt null if the step is not done. */
export function deadlineState(dueOn: Day, doneAt: Date | null, now: Date): DeadlineState {
  if (doneAt !== null) return dayOf(doneAt) <= dueOn ? 'kept' : 'late'
  return dayOf(now) <= dueOn ? 'ahead' : 'missed'
}
