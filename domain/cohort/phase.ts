import { type Day, dayOf } from '../time/day'

/** Each has its label in i18n/messages/*.json under `cohorts.list`. */
export const PHASES = ['planned', 'running', 'over', 'archived'] as const
export type Phase = (typeof PHASES)[number]

export function phaseOf(cohort: { startsOn: Day; endsOn: Day; archivedAt: Date | null }, now: Date): Phase {
  if (cohort.archivedAt) return 'archived'
  const today = dayOf(now)
  if (today < cohort.startsOn) return 'planned'
  return today <= cohort.endsOn ? 'running' : 'over'
}

/** True once the last day has passed or the cohort was archived: nobody has an open task in it. */
export function isOver(phase: Phase): boolean {
  return phase === 'over' || phase === 'archived'
}

/** An archived cohort can be restored for this many days. */
export const RESTORE_DAYS = 30
const DAY_MS = 86_400_000

export function isRestorable({ archivedAt }: { archivedAt: Date | null }, now: Date): boolean {
  return archivedAt !== null && now.getTime() - archivedAt.getTime() < RESTORE_DAYS * DAY_MS
}
