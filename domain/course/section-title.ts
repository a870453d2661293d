import type { Locale } from '../locale'
import type { Course } from './course'
import { lessonText } from './lesson-text'

/** Names a `lesson#section` for readers: the lesson's title and, if the section exists, its heading. */
export function sectionTitle(course: Pick<Course, 'lessons'>, passage: string, locale: Locale): string {
  const [lessonId, section] = passage.split('#')
  const lesson = course.lessons.find(({ file }) => file.id === lessonId)
  if (!lesson) return passage
  const heading = section ? lessonText(lesson, locale).sections.find(({ id }) => id === section) : undefined
  const title = lesson.file.title[locale]
  return heading?.title ? `${title} · ${heading.title}` : title
}
