import type { KeptPassage } from '../course/passage'
import type { Localized } from '../locale'

/** A note, a bookmark or both that a person keeps on a block of a lesson. */
export type Note = {
  id: string
  courseId: string
  lessonId: string
  /** The release in which she kept it, and its day. */
  releaseId: string
  releasedAt: Date
  /** Where the block stood in that release. */
  kept: KeptPassage
  /** The former content there: the heading above it, and its first words. */
  section: Localized | null
  words: Localized
  /** Null for a bookmark alone. */
  text: string | null
  /** How often the text was changed. */
  version: number
  bookmarkedAt: Date | null
  changedAt: Date
}

/** Identifies the text with which a form was filled in, by its version; empty if there was none. */
export function stampOf(note: Pick<Note, 'id' | 'text' | 'version'> | null): string {
  return note === null || note.text === null ? '' : `${note.id}.${note.version}`
}
