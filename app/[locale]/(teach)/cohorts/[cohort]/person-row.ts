import type { PersonRow } from '@/components/cohort/people-table'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Followed, Named } from '@/server/cohort/dashboard'

export function personRow(person: Named<Followed>, graded: boolean, locale: Locale, t: Translator): PersonRow {
  const { memberId, nameArabic, nameLatin, lessons, lessonsDone, passed, lastActiveMs, following } = person
  const exam = t(passed ? 'cohorts.dashboard.examPassed' : 'cohorts.dashboard.examNot')
  return {
    id: memberId,
    name: locale === 'ar' ? nameArabic : nameLatin,
    done: lessonsDone,
    total: lessons,
    progress: t('cohorts.dashboard.lessonsOf', { done: lessonsDone, total: lessons }),
    exam: graded ? exam : t('cohorts.dashboard.noExam'),
    lastActive: formatDate(new Date(lastActiveMs), locale),
    following,
    status: t(`cohorts.following.${following}`),
  }
}
