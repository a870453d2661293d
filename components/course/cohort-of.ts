import { dueSteps } from '@/domain/course/due-steps'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import type { CourseReading } from './course-reading'
import type { Due } from './deadline'

/** The learner's cohort in a course, with the test that she can take and its deadlines; null if she has no cohort. */
export function cohortOf(course: CourseReading, locale: Locale, t: Translator, now: Date) {
  const cohort = course.learner?.cohort
  if (!cohort) return null
  return { cohort, test: waitingTest(course, locale, t), due: mostUrgent(dueOf(course, locale, t, now)) }
}

/** The steps of a course that the learner has not done and that have a deadline, the earliest first. */
export function dueOf(
  { release, learner, progress, availability }: CourseReading,
  locale: Locale,
  t: Translator,
  now: Date,
) {
  const open = release.course.lessons.map(({ file }) => file.id).filter((id) => !progress.completed.has(id))
  if (release.course.exam && availability.status !== 'passed') open.push('exam')
  return dueSteps(open, learner?.cohort?.deadlines ?? null, now).map((step): Due => {
    const title = release.lessons.get(step.id)?.file.title[locale]
    return { ...step, title: title === undefined ? t('course.finalExam') : typeset(title, locale) }
  })
}

/** All missed steps, the next one that is due, and the exam. */
function mostUrgent(due: readonly Due[]): Due[] {
  const next = due.find((step) => !step.missed)
  return due.filter((step) => step.missed || step === next || step.id === 'exam')
}

export function waitingTest({ release, learner, test }: CourseReading, locale: Locale, t: Translator) {
  const cohort = learner?.cohort
  if (!cohort || !test) return null
  return {
    title: t(`tests.waiting.${test}`),
    href: href(locale, `/learning/tests/${cohort.id}/${release.courseId}/${test}`),
  }
}
