import type { Names } from '@/domain/account/profile'
import type { Progress, Situation } from '@/domain/cohort/at-risk'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { PersonRow } from './people-table'

/** Somebody who takes part, with how she gets on. */
export type Participant = Names & Progress & { memberId: string; situation: Situation }

/** @param graded her course has an exam. */
export function personRow(person: Participant, graded: boolean, locale: Locale, t: Translator): PersonRow {
  const { memberId, nameArabic, nameLatin, lessons, lessonsDone, passed, lastActiveMs, situation } = person
  const exam = t(passed ? 'cohorts.dashboard.examPassed' : 'cohorts.dashboard.examNot')
  return {
    id: memberId,
    name: locale === 'ar' ? nameArabic : nameLatin,
    done: lessonsDone,
    total: lessons,
    progress: t('cohorts.dashboard.lessonsOf', { done: lessonsDone, total: lessons }),
    exam: graded ? exam : t('cohorts.dashboard.noExam'),
    lastActive: formatDate(new Date(lastActiveMs), locale),
    situation,
    status: t(`cohorts.situation.${situation}`),
  }
}
