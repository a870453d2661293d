import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { LearnerCourse } from '@/server/course/learner-course'

/** Her cohort in a course, and the next of its steps that she has not done; null when she takes it by herself. */
export function cohortOf({ release, learner, progress, standing }: LearnerCourse, locale: Locale, t: Translator) {
  const cohort = learner?.cohort
  if (!cohort) return null
  const open = release.course.lessons.filter(({ file }) => !progress.completed.has(file.id))
  const steps = open.map(({ file }) => ({ id: file.id, title: typeset(file.title[locale], locale) }))
  if (standing.status !== 'passed') steps.push({ id: 'exam', title: t('course.finalExam') })
  const due = steps.flatMap(({ id, title }) => {
    const dueOn = cohort.deadlines?.[id]
    return dueOn ? [{ title, dueOn }] : []
  })
  return { cohort, next: due.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null }
}
