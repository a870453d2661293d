import 'server-only'
import type { Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import type { LoadedRelease } from './releases'

/** The title of a course, or of one of its lessons with the course. */
export function titleOf({ course, lessons }: LoadedRelease, lessonId: string | null, locale: Locale): string {
  const title = typeset(course.file.title[locale], locale)
  const lesson = lessonId === null ? undefined : lessons.get(lessonId)
  return lesson ? `${typeset(lesson.file.title[locale], locale)} (${title})` : title
}
