import type { EditorialText } from '@/domain/editorial/text'
import type { Locale } from '@/domain/locale'
import { isCourseKind } from '@/domain/signoff/text-key'
import { formatNumber, type Translator } from '@/i18n/translator'

/** A text as lists name it. */
export function titleOfText(
  { key, title }: Pick<EditorialText, 'key' | 'title'>,
  locale: Locale,
  t: Translator,
): string {
  return key.kind === 'bank' ? t('editorial.queue.bank', { title: title[locale] }) : title[locale]
}

/** The place of a text: its course and lesson, or the kind of library entry. */
export function placeOfText(
  { key, course }: Pick<EditorialText, 'key' | 'course'>,
  locale: Locale,
  t: Translator,
): string {
  if (!course || !isCourseKind(key.kind)) return t(`editorial.kinds.${key.kind}`)
  if (course.number === null) return course.title[locale]
  return t('editorial.queue.lesson', { course: course.title[locale], number: formatNumber(course.number, locale) })
}
