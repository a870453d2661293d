import type { Locale } from '../locale'
import type { Course } from './course'
import { plainText } from './markup'

/** `lesson#section` as a reader finds it: the lesson's title and, where the section is found, its heading. */
export function sectionTitle(course: Pick<Course, 'lessons'>, passage: string, locale: Locale): string {
  const [lessonId, section] = passage.split('#')
  const lesson = course.lessons.find(({ file }) => file.id === lessonId)
  if (!lesson) return passage
  const heading = new RegExp(`^#{2,4}\\s+(.+?)\\s*\\{#${section}\\}\\s*$`, 'm').exec(lesson.bodies[locale])?.[1]
  return heading ? `${lesson.file.title[locale]} · ${plainText(heading)}` : lesson.file.title[locale]
}
