import 'server-only'
import { decide } from '@/domain/auth/policy'
import { findPassage } from '@/domain/course/passage'
import type { Localized } from '@/domain/locale'
import type { Note } from '@/domain/note/note'
import type { Caller } from '../auth/caller'
import type { Permit } from '../auth/permit'
import { passagesOf } from '../content/passages'
import { currentRelease, type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { findLearners } from '../db/course/learners'
import { listNotes, listNotesIn } from '../db/note/notes'

/** A note with the place of its passage in the release that she reads now. */
export type PlacedNote = Note & {
  course: { order: number; title: Localized }
  lesson: { order: number; title: Localized }
  /** The number of its block; null if the text has changed since. */
  block: number | null
  /** She may open the lesson. */
  open: boolean
}

/**
 * Her notes in one lesson, in the release that she reads, each with the number of its block.
 *
 * @param known her notes in the lesson, if they were loaded before.
 */
export async function notesInLesson(
  { target }: Permit<'note:keep'>,
  { release, lessonId }: { release: LoadedRelease; lessonId: string },
  known?: readonly Note[],
): Promise<{ block: number; note: Note }[]> {
  const lesson = release.lessons.get(lessonId)
  const notes = known ?? (await listNotesIn(sql(), target.accountId, release.courseId, lessonId))
  const passages = lesson && notes.length > 0 ? passagesOf(release.course, lesson) : []
  return notes.flatMap((note) => {
    const block = findPassage(passages, note.kept)?.block
    return block === undefined ? [] : { block, note }
  })
}

/** All her notes, in the order of the courses, of their lessons, and of the passages in a lesson. */
export async function myNotes(caller: Caller, { target }: Permit<'note:keep'>): Promise<PlacedNote[]> {
  const placed = await placeAll(caller, target.accountId, await listNotes(sql(), target.accountId))
  return placed.toSorted(
    (a, b) =>
      a.course.order - b.course.order ||
      a.courseId.localeCompare(b.courseId) ||
      a.lesson.order - b.lesson.order ||
      a.lessonId.localeCompare(b.lessonId) ||
      (a.block ?? a.kept.block) - (b.block ?? b.kept.block),
  )
}

/** Where the passage of one note stands. */
export async function placeOfNote(caller: Caller, { target }: Permit<'note:keep'>, note: Note): Promise<PlacedNote> {
  const [placed] = await placeAll(caller, target.accountId, [note])
  if (!placed) throw new Error('a note was lost')
  return placed
}

/** The release of a course that she reads, and whether she may open its lessons. */
type Reading = { release: LoadedRelease; open: boolean }

async function placeAll(caller: Caller, accountId: string, notes: readonly Note[]): Promise<PlacedNote[]> {
  if (notes.length === 0) return []
  const readings = await readingsOf(caller, accountId, new Set(notes.map(({ courseId }) => courseId)))
  return Promise.all(notes.map((note) => placeNote(note, readings.get(note.courseId) ?? null)))
}

async function readingsOf(caller: Caller, accountId: string, courseIds: ReadonlySet<string>) {
  const [actor, learners] = await Promise.all([caller.actor(), findLearners(sql(), accountId)])
  const readings = new Map<string, Reading>()
  for (const courseId of courseIds) {
    const learner = learners.find((each) => each.courseId === courseId) ?? null
    const release = learner ? await loadRelease(learner.releaseId) : await currentRelease(courseId)
    if (!release) continue
    const { access } = release.course.file
    const open = decide(actor, 'course:read', { courseId, access, learner }) === 'allowed'
    readings.set(courseId, { release, open })
  }
  return readings
}

async function placeNote(note: Note, reading: Reading | null): Promise<PlacedNote> {
  const { course, lessons } = reading?.release ?? (await loadRelease(note.releaseId))
  const now = lessons.get(note.lessonId)
  // A lesson that is no longer in the course keeps its former title.
  const lesson = now ?? (await loadRelease(note.releaseId)).lessons.get(note.lessonId)
  const place = course.lessons.findIndex(({ file }) => file.id === note.lessonId)
  const passage = now ? findPassage(passagesOf(course, now), note.kept) : null
  return {
    ...note,
    course: { order: course.file.order, title: course.file.title },
    lesson: { order: place < 0 ? course.lessons.length : place, title: lesson?.file.title ?? course.file.title },
    block: passage?.block ?? null,
    open: reading?.open ?? false,
  }
}
