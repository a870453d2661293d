import { INACTIVE_DAYS, type Situation } from '@/domain/cohort/at-risk'
import { isOver, type Phase } from '@/domain/cohort/phase'
import { groupOf, type Remindable, type ReminderReason } from '@/domain/cohort/reminding'
import type { Translator } from '@/i18n/translator'
import type { ToDo } from './to-do'

/** Nobody is asked about for this long after she joined. */
const FRESH_HOURS = 24
const HOUR_MS = 3_600_000

/** The people of a cohort and their statuses, from which its tasks are derived. */
export type ToDoFacts = {
  people: readonly (Remindable & { lastActiveMs: number })[]
  /** How many there are in each status. */
  statuses: Partial<Record<string, number>>
  /** How many of the invited can be invited again now. */
  again: number
  /** Null: no limit. */
  cohort: { seats: number | null }
  /** The reasons for which people may be reminded now. */
  reasons: readonly ReminderReason[]
  /** `enrol`: the reader may invite. `change`: she may change the number of seats. */
  may: { enrol: boolean; change: boolean }
}

/** The tasks for staff, the most urgent first; none once the cohort is over. @param path the cohort's page. */
export function toDoOf(
  { people, statuses, again, cohort, reasons, may }: ToDoFacts,
  phase: Phase,
  path: string,
  now: Date,
  t: Translator,
): ToDo[] {
  if (isOver(phase)) return []
  const list = (situation: Situation) => ({
    href: `${path}?show=${situation}#people`,
    action: t('cohorts.dashboard.show'),
  })
  const group = (why: ReminderReason, text: (count: number) => string): ToDo[] => {
    // Whoever joined a moment ago, or before the first day, is not late with anything.
    const fresh = ({ lastActiveMs }: { lastActiveMs: number }) => now.getTime() - lastActiveMs < FRESH_HOURS * HOUR_MS
    const asked = why === 'not-started' ? people.filter((person) => phase !== 'planned' && !fresh(person)) : people
    const { due, resting, unreachable } = groupOf(asked, why, now)
    const count = due.length + resting.length + unreachable.length
    if (count === 0) return []
    const remind = { href: `${path}/remind?why=${why}`, action: t('cohorts.dashboard.remind') }
    return [
      {
        text: text(count),
        ...(resting.length > 0 && { note: t('cohorts.remind.resting', { count: resting.length }) }),
        // If everybody was reminded recently or cannot be reached, there is nobody to remind.
        ...(reasons.includes(why) && due.length > 0 ? remind : list(why)),
      },
    ]
  }
  const waiting = statuses.waiting ?? 0
  const taken = (statuses.invited ?? 0) + (statuses.active ?? 0)
  const full = cohort.seats !== null && taken >= cohort.seats
  const asked = statuses.asked ?? 0
  const requests = {
    text: t('cohorts.dashboard.asked', { count: asked }),
    href: `${path}/people?show=asked`,
    action: t('cohorts.dashboard.show'),
  }
  return [
    ...(asked > 0 ? [requests] : []),
    ...(waiting > 0 ? [forSeats()] : []),
    ...group('inactive', (count) => t('cohorts.dashboard.inactive', { count, days: INACTIVE_DAYS })),
    ...group('late', (count) => t('cohorts.dashboard.late', { count })),
    ...group('not-started', (count) => t('cohorts.dashboard.notStarted', { count })),
    ...group('out-of-attempts', (count) => t('cohorts.dashboard.exhausted', { count })),
    ...(again === 0 ? [] : [invitations(again)]),
  ]

  function forSeats(): ToDo {
    const text = t('cohorts.dashboard.waiting', { count: waiting })
    if (full && may.change) return { text, href: `${path}/settings#seats`, action: t('cohorts.people.changeSeats') }
    return { text, href: `${path}/people?show=waiting`, action: t('cohorts.dashboard.show') }
  }
  function invitations(count: number): ToDo {
    const text = t('cohorts.dashboard.invited', { count })
    if (!may.enrol) return { text, href: `${path}/people?show=invited`, action: t('cohorts.dashboard.show') }
    const form = { act: 'again', all: 'yes' }
    return { text, href: `${path}/people/act?status=invited`, form, action: t('cohorts.dashboard.inviteAgain') }
  }
}
