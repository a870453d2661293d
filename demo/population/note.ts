import 'server-only'
import { passagesOf } from '@/server/content/passages'
import { daysAfter, type Release, type TableBatch } from './table-batch'

type Kept = {
  accountId: string
  /** The number of the block, in the first lesson. */
  block: number
  /** Null for a bookmark. */
  text: string | null
  daysAgo: number
  /** The note is on a text that has since changed in the lesson. */
  changedSince?: boolean
}

/** A note or a bookmark in the first lesson of a course; nothing if there is no such passage. */
export function addNote({ tables, rng, now }: TableBatch, { id: releaseId, course }: Release, kept: Kept): void {
  const { accountId, block, text, daysAgo, changedSince = false } = kept
  const [lesson] = course.lessons
  const passage = lesson && passagesOf(course, lesson).find((each) => each.block === block)
  if (!passage) return
  const at = daysAfter(now, -daysAgo)
  tables.PassageNote.push({
    id: rng.uuid(at),
    accountId,
    courseId: course.file.id,
    lessonId: lesson.file.id,
    releaseId,
    passage: block,
    hash: changedSince ? `earlier ${passage.hash}` : passage.hash,
    section: passage.section && JSON.stringify(passage.section.title),
    words: JSON.stringify(passage.words),
    text,
    version: text === null ? 0 : 1,
    bookmarkedAt: text === null ? at : null,
    createdAt: at,
    changedAt: at,
  })
}
