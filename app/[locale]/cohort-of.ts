import { href } from '@/components/shell/paths'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { LearnerCourse } from '@/server/course/learner-course'

/** Her cohort in a course, with the test that waits for her and the next of its steps that she has not done; null when she takes it by herself. */
export function cohortOf({ release, learner, progress, standing, test }: LearnerCourse, locale: Locale, t: Translator) {
  const cohort = learner?.cohort
  if (!cohort) return null
  const open = release.course.lessons.filter(({ file }) => !progress.completed.has(file.id))
  const steps = open.map(({ file }) => ({ id: file.id, title: typeset(file.title[locale], locale) }))
  if (standing.status !== 'passed') steps.push({ id: 'exam', title: t('course.finalExam') })
  const due = steps.flatMap(({ id, title }) => {
    const dueOn = cohort.deadlines?.[id]
    return dueOn ? [{ title, dueOn }] : []
  })
  const waiting = test && {
    title: t(`tests.waiting.${test}`),
    href: href(locale, `/learning/tests/${cohort.id}/${test}`),
  }
  return { cohort, test: waiting, next: due.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null }
}
