import type { Locale } from '../locale'
import type { Course } from './course'
import { plainText, splitHeading } from './markup'

/** `lesson#section` as a reader finds it: the lesson's title and, where the section is found, its heading. */
export function sectionTitle(course: Pick<Course, 'lessons'>, passage: string, locale: Locale): string {
  const [lessonId, section] = passage.split('#')
  const lesson = course.lessons.find(({ file }) => file.id === lessonId)
  if (!lesson) return passage
  const headings = [...lesson.bodies[locale].matchAll(/^#{2,4}\s+(.+)$/gm)].map(([, text = '']) => splitHeading(text))
  const heading = section && headings.find(({ id }) => id === section)
  const title = lesson.file.title[locale]
  return heading ? `${title} · ${plainText(heading.text)}` : title
}
