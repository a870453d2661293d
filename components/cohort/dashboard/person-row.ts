import type { Progress, Situation } from '@/domain/cohort/at-risk'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import type { PersonRow } from './people-table'

/** A learner of the cohort, with her progress. */
export type Participant = Names &
  Progress & {
    memberId: string
    situation: Situation
    courses: readonly (Progress & { courseId: string; sat: boolean })[]
  }

/** @param path the address of the cohort's page. */
export function personRow(person: Participant, path: string, locale: Locale, t: Translator): PersonRow {
  const { memberId, lastActiveMs, situation, courses } = person
  return {
    id: memberId,
    name: nameIn(person, locale),
    href: `${path}/people/${memberId}`,
    courses: courses.map((course) => courseCell(course, t)),
    lastActive: formatDate(new Date(lastActiveMs), locale),
    situation,
    status: t(`cohorts.situation.${situation}`),
  }
}

function courseCell(
  { courseId, lessons, lessonsDone, passed, attemptsLeft, sat }: Participant['courses'][number],
  t: Translator,
) {
  // A learner who has not sat the exam must not appear as one who failed it.
  const open = t(sat ? 'cohorts.dashboard.examNot' : 'cohorts.dashboard.examNotSat')
  const exam = passed ? t('cohorts.dashboard.examPassed') : open
  return {
    id: courseId,
    done: lessonsDone,
    total: lessons,
    progress: t('cohorts.dashboard.lessonsOf', { done: lessonsDone, total: lessons }),
    exam: attemptsLeft === null ? t('cohorts.dashboard.noExam') : exam,
  }
}
