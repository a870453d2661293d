import { lessonPath } from '@/domain/course/lesson-path'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import type { CourseReading } from './course-reading'

type Link = { href: string; label: string }
type Given = {
  course: CourseReading
  /** The position of the lesson in the course, from 0. */
  place: number
  locale: Locale
  t: Translator
}

/** The exam, if this learner can begin it now or has begun it; null otherwise. */
export function openExam({ course, locale, t }: Omit<Given, 'place'>): Link | null {
  const { release, learner, availability } = course
  const to = href(locale, `/courses/${release.courseId}/exam`)
  if (!learner) return null
  if (availability.status === 'under-way') return { href: to, label: t('course.resumeExam') }
  return availability.status === 'open' ? { href: to, label: t('lesson.toExam') } : null
}

/**
 * The way on from a lesson: the exam once it is open, else the next lesson that is not completed, wherever it stands.
 * Who reads a course again goes from lesson to lesson.
 */
export function afterLesson(given: Given): Link {
  const { course, locale, t } = given
  const exam = openExam(given)
  if (exam) return exam
  const path = href(locale, `/courses/${course.release.courseId}`)
  const next = nextLesson(given)
  return next
    ? {
        href: href(locale, lessonPath(course.release.courseId, next.id)),
        label: t('lesson.next', { lesson: next.title[locale] }),
      }
    : { href: path, label: t('lesson.toCourse') }
}

function nextLesson({ course: { release, learner, progress, availability }, place }: Given) {
  const { lessons } = release.course
  // Of somebody without an account nothing is stored: she reads from the first lesson to the last.
  if (!learner) return lessons[place + 1]?.file
  // Her page of the course says on which day the exam opens.
  if (progress.lessonsDone) return availability.status === 'not-yet' ? undefined : lessons[place + 1]?.file
  const isOpen = (at: number) => at !== place && !progress.completed.has(lessons[at]?.file.id ?? '')
  const places = [...lessons.keys()].filter(isOpen)
  const next = places.find((at) => at > place) ?? places[0]
  return next === undefined ? undefined : lessons[next]?.file
}
