import { inEach, type SearchEntry } from '../library/search-entry'
import { LOCALES, type Locale } from '../locale'
import { plainText } from '../text/markup'
import type { Course, Lesson } from './course'
import { lessonPath } from './lesson-path'
import { type LessonSection, lessonText } from './lesson-text'

/**
 * The search entries of the lessons, by section. Closed courses are left out, because only admitted learners may read
 * them. Exam questions are left out, because they are secret.
 */
export function lessonEntries(courses: readonly Pick<Course, 'file' | 'lessons'>[]): SearchEntry[] {
  return courses
    .filter(({ file }) => file.access !== 'closed')
    .flatMap(({ file, lessons }) => lessons.flatMap((lesson) => sectionEntries(file.id, lesson)))
}

/**
 * The search entries of one course for those who may read it. Every section is a page of its own here, so that each one
 * can be a result.
 */
export function courseEntries({ file, lessons }: Pick<Course, 'file' | 'lessons'>): SearchEntry[] {
  return lessons.flatMap((lesson) => sectionEntries(file.id, lesson)).map((entry) => ({ ...entry, page: entry.path }))
}

function sectionEntries(course: string, lesson: Lesson): SearchEntry[] {
  const { file } = lesson
  const page = `/courses/${course}/lessons/${file.id}`
  const sections = sectionsIn(lesson)
  const whole: SearchEntry = {
    id: `lesson ${course} ${file.id}`,
    kind: 'lesson',
    path: lessonPath(course, file.id),
    page,
    title: file.title,
    body: inEach((locale) => plainText(file.summary[locale])),
    also: {},
  }
  // Sections are paired by position: a content check requires all languages to have one structure.
  const places = sections.ar.map((_, place) => place)
  return [
    whole,
    ...places.map((place): SearchEntry => {
      const at = (locale: Locale): LessonSection | undefined => sections[locale][place]
      const id = LOCALES.map((locale) => at(locale)?.id).find(Boolean)
      return {
        id: `lesson ${course} ${file.id} ${place}`,
        kind: 'lesson',
        path: lessonPath(course, id ? `${file.id}#${id}` : file.id),
        page,
        title: inEach((locale) => [file.title[locale], at(locale)?.title].filter(Boolean).join(' · ')),
        body: inEach((locale) => at(locale)?.text ?? ''),
        also: {},
      }
    }),
  ]
}

function sectionsIn(lesson: Lesson): Record<Locale, readonly LessonSection[]> {
  const sections = (locale: Locale) => lessonText(lesson, locale).sections
  return { ar: sections('ar'), fr: sections('fr'), en: sections('en') }
}
