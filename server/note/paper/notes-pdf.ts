import 'server-only'
import { AppError } from '@/domain/errors'
import { type Locale, nameLanguage } from '@/domain/locale'
import { inGroups } from '@/domain/note/in-groups'
import type { Note } from '@/domain/note/note'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { printable } from '../../file/printable'
import { typesetPdf } from '../../typst'
import type { PlacedNote } from '../my-notes'
import { referenceOf, whyNoAddress } from '../reference'

/** The most characters of notes in one document, because the compiler blocks every other request. */
const CHARACTERS_A_PART = 40_000
/** Each line, even an empty one, costs the compiler as much as this number of characters. */
const CHARACTERS_A_LINE = 60

/** The number of documents that hold all notes. */
export function countParts(notes: readonly Note[]): number {
  return Math.max(1, partsOf(notes).length)
}

/** The notes and bookmarks on paper, PDF/UA-1. @param part from 1. @throws {AppError} not-found */
export function notesPdf(
  notes: readonly PlacedNote[],
  part: number,
  locale: Locale,
  now: Date,
): Uint8Array<ArrayBuffer> {
  const some = part === 1 && notes.length === 0 ? [] : partsOf(notes)[part - 1]
  if (!some) throw new AppError('not-found', `part ${part} of the notes`)
  const t = translator(locale)
  const say = (text: string) => printable(typeset(text, locale))
  const data = {
    locale,
    title: say(t('notes.title')),
    author: say(t('site.name')),
    made: say(formatDate(now, locale)),
    day: now.toISOString().slice(0, 10).split('-').map(Number),
    courses: inGroups(some, ({ courseId }) => courseId).map((ofCourse) => ({
      title: say(ofCourse[0]?.course.title[locale] ?? ''),
      lessons: inGroups(ofCourse, ({ lessonId }) => lessonId).map((ofLesson) => ({
        title: say(ofLesson[0]?.lesson.title[locale] ?? ''),
        entries: ofLesson.map((note) => entryOf(note, locale, say)),
      })),
    })),
  }
  return typesetPdf({ template: 'note/paper/notes.typ', inputs: { data: JSON.stringify(data) } })
}

function partsOf<N extends Note>(notes: readonly N[]): N[][] {
  const parts: { notes: N[]; characters: number }[] = []
  for (const note of notes) {
    const text = note.text ?? ''
    const characters = text.length + CHARACTERS_A_LINE * text.split('\n').length + note.words.ar.length
    const last = parts.at(-1)
    if (last && last.characters + characters <= CHARACTERS_A_PART) {
      last.notes.push(note)
      last.characters += characters
    } else parts.push({ notes: [note], characters })
  }
  return parts.map((part) => part.notes)
}

function entryOf(note: PlacedNote, locale: Locale, say: (text: string) => string) {
  const { place, release, address } = referenceOf(note, locale)
  const why = whyNoAddress(note, locale)
  const text = note.text ?? ''
  return {
    why: why && say(why),
    words: say(note.words[locale]),
    bookmark: note.bookmarkedAt && say(translator(locale)('notes.bookmark')),
    lines: text === '' ? [] : text.split('\n').map(printable),
    arabic: nameLanguage(text) === 'ar',
    reference: say([...place, release].join(' · ')),
    address,
    shown: address && printable(address.replace(/^https?:\/\//, '')),
  }
}
