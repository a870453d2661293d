import 'server-only'
import type { Locale } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { env } from '../env'
import type { PlacedNote } from './my-notes'

/**
 * Where a passage is to be found, for paper and other programs: its course and lesson, section, release and address.
 */
export type Reference = { place: string[]; release: string; address: string | null }

export function referenceOf(note: PlacedNote, locale: Locale): Reference {
  const titles = [note.course.title, note.lesson.title, ...(note.section ? [note.section] : [])]
  const path = `/${locale}/courses/${note.courseId}/lessons/${note.lessonId}#b${note.block}`
  return {
    place: titles.map((title) => typeset(title[locale], locale)),
    release: translator(locale)('notes.release', { date: formatDate(note.releasedAt, locale) }),
    address: note.open && note.block !== null ? `${env().publicUrl}${path}` : null,
  }
}

/** Why a passage has no address; null if it has one. */
export function whyNoAddress({ open, block }: PlacedNote, locale: Locale): string | null {
  if (open && block !== null) return null
  return translator(locale)(open ? 'notes.changed' : 'notes.closed')
}
