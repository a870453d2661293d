import type { PersonRow } from '@/components/cohort/people-table'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Followed } from '@/server/cohort/dashboard'

const HOUR_MS = 3_600_000

/** A thousand people share a few sentences and days: each is written once. */
export function personRows(people: readonly Followed[], graded: boolean, locale: Locale, t: Translator): PersonRow[] {
  const written = new Map<string, string>()
  const once = (key: string, write: () => string) => {
    const text = written.get(key) ?? write()
    written.set(key, text)
    return text
  }
  return people.map(({ memberId, nameArabic, nameLatin, lessons, lessonsDone, passed, lastActiveAt, following }) => {
    const exam = () => t(passed ? 'cohorts.dashboard.examPassed' : 'cohorts.dashboard.examNot')
    // Morocco is whole hours ahead of UTC: a day never changes within an hour.
    const hour = Math.floor(lastActiveAt.getTime() / HOUR_MS)
    return {
      id: memberId,
      name: locale === 'ar' ? nameArabic : nameLatin,
      done: lessonsDone,
      total: lessons,
      progress: once(`done ${lessonsDone} ${lessons}`, () =>
        t('cohorts.dashboard.lessonsOf', { done: lessonsDone, total: lessons }),
      ),
      exam: once(`exam ${passed}`, () => (graded ? exam() : t('cohorts.dashboard.noExam'))),
      lastActive: once(`day ${hour}`, () => formatDate(lastActiveAt, locale)),
      following,
      status: once(following, () => t(`cohorts.following.${following}`)),
    }
  })
}
