import type { ToDo } from '@/components/cohort/to-do'
import { type Following, QUIET_DAYS } from '@/domain/cohort/following'
import type { Translator } from '@/i18n/translator'
import type { Dashboard } from '@/server/cohort/dashboard'

/** What needs somebody, the most pressing first. @param path of the cohort's page. */
export function toDoOf({ people, statuses }: Dashboard, path: string, t: Translator): ToDo[] {
  const action = t('cohorts.dashboard.show')
  const group = (following: Following, text: (count: number) => string): ToDo[] => {
    const count = people.filter((person) => person.following === following).length
    return count === 0 ? [] : [{ text: text(count), href: `${path}?show=${following}#people`, action }]
  }
  const asked = statuses.asked ?? 0
  const requests = { text: t('cohorts.dashboard.asked', { count: asked }), href: `${path}/people?show=asked`, action }
  return [
    ...(asked > 0 ? [requests] : []),
    ...group('inactive', (count) => t('cohorts.dashboard.inactive', { count, days: QUIET_DAYS })),
    ...group('late', (count) => t('cohorts.dashboard.late', { count })),
    ...group('not-started', (count) => t('cohorts.dashboard.notStarted', { count })),
    ...group('out-of-attempts', (count) => t('cohorts.dashboard.exhausted', { count })),
  ]
}
