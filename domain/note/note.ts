import type { KeptPassage } from '../course/passage'
import type { Localized } from '../locale'

/** What a person keeps of a block of a lesson: a note, a bookmark or both. */
export type Note = {
  id: string
  courseId: string
  lessonId: string
  /** The release in which she kept it, and its day. */
  releaseId: string
  releasedAt: Date
  /** Where the block stood in that release. */
  kept: KeptPassage
  /** What stood there: the heading above it, and how it begins. */
  section: Localized | null
  words: Localized
  /** Null for a bookmark alone. */
  text: string | null
  /** How often the text was changed. */
  version: number
  bookmarkedAt: Date | null
  changedAt: Date
}

/** What a form says of the text that it was filled in with; empty if there was none. It is another after each change. */
export function stampOf(note: Pick<Note, 'id' | 'text' | 'version'> | null): string {
  return note === null || note.text === null ? '' : `${note.id}.${note.version}`
}
