import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { translator } from '@/i18n/translator'
import { permitFor } from '../../auth/permit'
import { myReviewDays } from '../../review/my-review'
import type { CalendarSource } from './entry'

/** The days on which questions of review wait, and how many. */
export const reviewEntries: CalendarSource = async ({ accountId, locale }, now) => {
  // The secret address stands for her session.
  const her: Person = { kind: 'person', accountId, sessionId: '', confirmed: true, locale }
  const days = await myReviewDays(permitFor(her, 'account:read', { accountId }), now)
  const t = translator(locale)
  return days.map(({ day, questions }) => ({
    uid: `review-${day}`,
    title: t('review.count', { count: questions }),
    path: '/review',
    day,
  }))
}
