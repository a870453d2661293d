import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { translator } from '@/i18n/translator'
import { hashOf } from '../account/email-link'
import { permitFor } from '../auth/permit'
import type { CalendarSource } from '../calendar-file/entry'
import { myReviewDays } from '../review/my-review'

/** The days on which review questions are due, with the number of questions. */
export const reviewEntries: CalendarSource = async ({ accountId, locale }, now) => {
  // The secret address takes the place of a session.
  const her: Person = { kind: 'person', accountId, sessionId: '', confirmed: true, locale }
  const days = await myReviewDays(permitFor(her, 'account:read', { accountId }), now)
  const t = translator(locale)
  // Two people may share one calendar, so the day alone is not unique. Her id must not appear in a calendar.
  const mark = hashOf(accountId).slice(0, 16)
  return days.map(({ day, questions }) => ({
    uid: `review-${mark}-${day}`,
    title: t('review.count', { count: questions }),
    path: '/learning/review',
    day,
  }))
}
