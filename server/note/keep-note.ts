import 'server-only'
import type { Lesson } from '@/domain/course/course'
import { findPassage } from '@/domain/course/passage'
import { AppError } from '@/domain/errors'
import { type Note, stampOf } from '@/domain/note/note'
import { MOST_NOTES } from '@/domain/note/note-text'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { passagesOf } from '../content/passages'
import type { LoadedRelease } from '../content/releases'
import { lockAccount } from '../db/account/accounts'
import { db, sql, type Tx } from '../db/client'
import {
  countNotes,
  deleteNoteRow,
  findNote,
  insertNote,
  listNotesIn,
  type NewNote,
  updateNote,
} from '../db/note/notes'

/** A block of a lesson in the release that she reads. */
export type Place = { release: LoadedRelease; lesson: Lesson; block: number }

/** The text, and the stamp of the note that she saw while she wrote it. */
export type Written = { text: string; seen: string }

export type Kept =
  | { status: 'kept' }
  /** The note was changed or deleted meanwhile, in another window or on another device. */
  | { status: 'changed'; stored: Note | null }
  /** She has `MOST_NOTES` already. */
  | { status: 'full' }

type ToOwn = Permit<'note:keep'>

/** Writes a note on a passage, or changes the one that is there. @throws {AppError} not-found */
export async function writeNote({ target }: ToOwn, place: Place, { text, seen }: Written, now: Date): Promise<Kept> {
  return inTurn(target.accountId, async (tx) => {
    const stored = await noteAt(tx, target.accountId, place)
    if (stampOf(stored) !== seen) return { status: 'changed', stored }
    return keep(tx, target.accountId, place, stored, { text, version: nextVersion(stored) }, now)
  })
}

/** Marks a passage. Marking it again changes nothing. @throws {AppError} not-found */
export async function bookmark({ target }: ToOwn, place: Place, now: Date): Promise<Kept> {
  return inTurn(target.accountId, async (tx) => {
    const stored = await noteAt(tx, target.accountId, place)
    if (stored?.bookmarkedAt) return { status: 'kept' }
    return keep(tx, target.accountId, place, stored, { bookmarkedAt: now }, now)
  })
}

/** The note of this id; null also for another person's. */
export async function findOwnNote({ target }: ToOwn, id: string): Promise<Note | null> {
  return isUuid(id) ? findNote(sql(), target.accountId, id) : null
}

/** Changes the text of a note, wherever its passage is now; null deletes the text. */
export async function changeNote(
  { target }: ToOwn,
  id: string,
  { text, seen }: { text: string | null; seen: string },
  now: Date,
): Promise<Kept> {
  if (!isUuid(id)) return { status: 'changed', stored: null }
  return inTurn(target.accountId, async (tx) => {
    const stored = await findNote(tx, target.accountId, id)
    if (!stored || stampOf(stored) !== seen) return { status: 'changed', stored }
    await keepOrDelete(tx, stored, { text, version: nextVersion(stored) }, now)
    return { status: 'kept' }
  })
}

/** Removes the mark of a passage. Removing it again changes nothing. */
export async function removeBookmark({ target }: ToOwn, id: string, now: Date): Promise<void> {
  await inTurn(target.accountId, async (tx) => {
    const stored = await findNote(tx, target.accountId, id)
    if (stored) await keepOrDelete(tx, stored, { bookmarkedAt: null }, now)
  })
}

/**
 * Runs the changes of a person one after the other, so that two windows cannot both write the first note on a passage.
 */
function inTurn<T>(accountId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await lockAccount(tx, accountId)
    return work(tx)
  })
}

async function noteAt(tx: Tx, accountId: string, { release, lesson, block }: Place): Promise<Note | null> {
  const passages = passagesOf(release.course, lesson)
  const notes = await listNotesIn(tx, accountId, release.courseId, lesson.file.id)
  return notes.find(({ kept }) => findPassage(passages, kept)?.block === block) ?? null
}

function nextVersion(stored: Note | null): number {
  return (stored?.version ?? 0) + 1
}

type Content = Parameters<typeof updateNote>[2]

async function keep(
  tx: Tx,
  accountId: string,
  place: Place,
  stored: Note | null,
  content: Content,
  now: Date,
): Promise<Kept> {
  if (stored) await updateNote(tx, stored.id, content, now)
  else if ((await countNotes(tx, accountId)) >= MOST_NOTES) return { status: 'full' }
  else await insertNote(tx, accountId, newNote(place), content, now)
  return { status: 'kept' }
}

async function keepOrDelete(tx: Tx, stored: Note, content: Content, now: Date): Promise<void> {
  const { text, bookmarkedAt } = { ...stored, ...content }
  if (text === null && bookmarkedAt === null) await deleteNoteRow(tx, stored.id)
  else await updateNote(tx, stored.id, content, now)
}

function newNote({ release, lesson, block }: Place): NewNote {
  const passage = passagesOf(release.course, lesson).find((each) => each.block === block)
  if (!passage) throw new AppError('not-found', `block ${block} of ${lesson.file.id}`)
  return {
    courseId: release.courseId,
    lessonId: lesson.file.id,
    releaseId: release.id,
    kept: { block, hash: passage.hash },
    section: passage.section?.title ?? null,
    words: passage.words,
  }
}
