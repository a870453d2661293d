import { searchTokens } from '../library/normalise-search'
import { LOCALES } from '../locale'
import type { Note } from './note'

type Searched = Pick<Note, 'text' | 'words' | 'section'>

/** The notes in whose text or passage each searched word begins a word. An empty search finds all. */
export function findNotes<N extends Searched>(notes: readonly N[], question: string): N[] {
  const asked = question.trim() === '' ? [] : searchTokens(question)
  if (asked.length === 0) return question.trim() === '' ? [...notes] : []
  return notes.filter((note) => {
    const written = searchTokens(wordsOf(note))
    return asked.every((token) => written.some((word) => word.startsWith(token)))
  })
}

function wordsOf({ text, words, section }: Searched): string {
  return [text ?? '', ...LOCALES.flatMap((locale) => [words[locale], section?.[locale] ?? ''])].join(' ')
}
