import { findNotes } from './find-notes'
import type { Note } from './note'

/** The filters of the list of notes, as in the query string. */
export type NoteQuery = { course: string; q: string; page: number }

const LONGEST_QUESTION = 200
export const NOTES_A_PAGE = 20

export function readNoteQuery(query: URLSearchParams): NoteQuery {
  const page = Number(query.get('page'))
  return {
    course: query.get('course') ?? '',
    q: (query.get('q') ?? '').slice(0, LONGEST_QUESTION).trim(),
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  }
}

/** The notes that match the filters, in their order. */
export function asked<N extends Note>(notes: readonly N[], { course, q }: NoteQuery): N[] {
  return findNotes(course === '' ? notes : notes.filter(({ courseId }) => courseId === course), q)
}

/** A page of a list; the last one, if there are fewer. `from` counts from 1. */
export function pageOf<T>(items: readonly T[], { page }: Pick<NoteQuery, 'page'>) {
  const last = Math.max(1, Math.ceil(items.length / NOTES_A_PAGE))
  const shown = Math.min(page, last)
  const from = (shown - 1) * NOTES_A_PAGE
  const some = items.slice(from, from + NOTES_A_PAGE)
  return {
    items: some,
    from: from + 1,
    to: from + some.length,
    total: items.length,
    before: shown > 1 ? shown - 1 : null,
    after: shown < last ? shown + 1 : null,
  }
}
