import 'server-only'
import { groupBy } from '@/domain/group-by'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { type Translator, translator } from '@/i18n/translator'
import type { CalendarEntry, CalendarSource } from '../calendar-file/entry'
import { titleOf } from '../content/course-title'
import { loadRelease } from '../content/releases'
import { asLearnerCourse, type LearnerCourse } from '../course/learner-course'
import { sql } from '../db/client'
import { findLearners, type Learner, type LearnerCohort } from '../db/course/learners'

type Course = LearnerCourse & { learner: Learner }
type Text = { locale: Locale; t: Translator }

/**
 * The days of her cohorts, the deadlines of what she has not done, the days of tests, and the end of a wait before the
 * next attempt at an exam.
 */
export const courseEntries: CalendarSource = async ({ accountId, locale }, now) => {
  const learners = await findLearners(sql(), accountId)
  const t = translator(locale)
  const courses = await Promise.all(
    learners.map(async (learner) => ({
      ...asLearnerCourse(await loadRelease(learner.releaseId), learner, now),
      learner,
    })),
  )
  const inCohorts = groupBy(
    courses.filter(({ learner }) => learner.cohort !== null),
    ({ learner }) => learner.cohort?.id ?? '',
  )
  const days = [...inCohorts.values()].flatMap((together) => cohortDays(together, { locale, t }))
  return days.concat(
    courses.flatMap((course) => [
      ...examDays(course, { locale, t }),
      ...deadlines(course, { locale, t }),
      ...examAgain(course, { locale, t }),
    ]),
  )
}

/** The first and the last day of a cohort, once for all her courses in it. */
function cohortDays(courses: readonly Course[], { locale, t }: Text): CalendarEntry[] {
  const [first] = courses
  const cohort = first?.learner.cohort
  if (!first || !cohort) return []
  const course = courses.map(({ release }) => titleOf(release, null, locale)).join(' · ')
  const path = courses.length === 1 ? `/courses/${first.release.courseId}` : '/learning'
  const entry = (name: 'starts' | 'ends', day: Day) => ({
    uid: `cohort-${cohort.id}-${name}`,
    title: t(`calendar.${name}`, { course }),
    path,
    day,
  })
  return [entry('starts', cohort.startsOn), entry('ends', cohort.endsOn)]
}

/** The days of the exam and the tests of a course in her cohort. */
function examDays({ release, learner, progress }: Course, { locale, t }: Text): CalendarEntry[] {
  const { cohort } = learner
  if (!cohort) return []
  const course = titleOf(release, null, locale)
  const path = `/courses/${release.courseId}`
  const entry = (name: 'examOpens' | 'testBefore' | 'testAfter', day: Day, to: string) => ({
    uid: `cohort-${cohort.id}-${release.courseId}-${name}`,
    title: t(`calendar.${name}`, { course }),
    path: to,
    day,
  })
  const test = (form: 'before' | 'after') => `/learning/tests/${cohort.id}/${release.courseId}/${form}`
  return [
    ...(cohort.examOpensOn === null ? [] : [entry('examOpens', cohort.examOpensOn, `${path}/exam`)]),
    ...(waits(cohort, 'before') && !progress.begun ? [entry('testBefore', cohort.startsOn, test('before'))] : []),
    ...(waits(cohort, 'after') ? [entry('testAfter', cohort.endsOn, test('after'))] : []),
  ]
}

/** The cohort has this test, and she has not handed it in. */
function waits({ tests }: LearnerCohort, form: 'before' | 'after'): boolean {
  return tests !== null && tests[form] === null
}

function deadlines({ release, learner, progress, availability }: Course, { locale, t }: Text): CalendarEntry[] {
  const due = Object.entries(learner.cohort?.deadlines ?? {})
  const open = due.filter(([step]) =>
    step === 'exam' ? availability.status !== 'passed' : release.lessons.has(step) && !progress.completed.has(step),
  )
  const path = `/courses/${release.courseId}`
  return open.map(([step, day]) => ({
    uid: `deadline-${learner.cohort?.id}-${release.courseId}-${step}`,
    title:
      step === 'exam'
        ? t('calendar.examDue', { course: titleOf(release, null, locale) })
        : t('calendar.lessonDue', { lesson: titleOf(release, step, locale) }),
    path: step === 'exam' ? `${path}/exam` : `${path}/lessons/${step}`,
    day,
  }))
}

function examAgain({ release, learner, availability }: Course, { locale, t }: Text): CalendarEntry[] {
  if (availability.status !== 'cooling-down') return []
  return [
    {
      uid: `exam-${learner.attempts.at(-1)?.id}`,
      title: t('calendar.examAgain', { course: titleOf(release, null, locale) }),
      path: `/courses/${release.courseId}/exam`,
      at: availability.opensAt,
    },
  ]
}
