import 'server-only'
import type { Note } from '@/domain/note/note'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import type { Sql } from '../sql'

type Row = Omit<Note, 'kept'> & { passage: number; hash: string }
/** The data of a passage that is stored with a note or a bookmark. */
export type NewNote = Pick<Note, 'courseId' | 'lessonId' | 'releaseId' | 'kept' | 'section' | 'words'>
/** The text of a note, or the time of a bookmark. */
type Content = Partial<Pick<Note, 'text' | 'version' | 'bookmarkedAt'>>

const ROWS = Prisma.sql`
  select n.id, n."courseId", n."lessonId", n."releaseId", r."publishedAt" as "releasedAt", n.passage, n.hash,
    n.section, n.words, n.text, n.version, n."bookmarkedAt", n."changedAt"
  from "PassageNote" n join "Release" r on r.id = n."releaseId"`

/** All notes and bookmarks of a person. */
export async function listNotes(sql: Sql, accountId: string): Promise<Note[]> {
  const rows = await sql.$queryRaw<Row[]>`
    ${ROWS} where n."accountId" = ${accountId}::uuid order by n."createdAt", n.id`
  return rows.map(noteOf)
}

type DatedRow = Omit<Row, 'releasedAt' | 'bookmarkedAt' | 'changedAt'> & {
  releasedAt: string
  bookmarkedAt: string | null
  changedAt: string
}
/** Notes as JSON writes them. */
export type NotesJson = readonly DatedRow[] | null

/** The notes of one lesson as JSON, for `"Account" a`: like `listNotesIn`, but as a column of another query. */
export function notesJsonIn(courseId: string, lessonId: string): Prisma.Sql {
  return Prisma.sql`(select json_agg(n) from (
    ${ROWS} where n."accountId" = a.id and n."courseId" = ${courseId} and n."lessonId" = ${lessonId}
    order by n."createdAt", n.id) n)`
}

export function readNotes(rows: NotesJson): Note[] {
  return (rows ?? []).map(({ releasedAt, bookmarkedAt, changedAt, ...row }) =>
    noteOf({
      ...row,
      releasedAt: new Date(releasedAt),
      bookmarkedAt: bookmarkedAt === null ? null : new Date(bookmarkedAt),
      changedAt: new Date(changedAt),
    }),
  )
}

/** The notes and bookmarks of one lesson, from every release. */
export async function listNotesIn(sql: Sql, accountId: string, courseId: string, lessonId: string): Promise<Note[]> {
  const rows = await sql.$queryRaw<Row[]>`
    ${ROWS} where n."accountId" = ${accountId}::uuid and n."courseId" = ${courseId} and n."lessonId" = ${lessonId}
    order by n."createdAt", n.id`
  return rows.map(noteOf)
}

export async function findNote(sql: Sql, accountId: string, id: string): Promise<Note | null> {
  const rows = await sql.$queryRaw<Row[]>`${ROWS} where n."accountId" = ${accountId}::uuid and n.id = ${id}::uuid`
  return rows[0] ? noteOf(rows[0]) : null
}

export async function countNotes(sql: Sql, accountId: string): Promise<number> {
  const rows = await sql.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "PassageNote" where "accountId" = ${accountId}::uuid`
  return rows[0]?.count ?? 0
}

export async function insertNote(
  tx: Tx,
  accountId: string,
  { kept, section, ...note }: NewNote,
  content: Content,
  now: Date,
): Promise<void> {
  const passage = { passage: kept.block, hash: kept.hash, section: section ?? Prisma.DbNull }
  await tx.passageNote.create({ data: { accountId, ...note, ...passage, ...content, createdAt: now, changedAt: now } })
}

export async function updateNote(tx: Tx, id: string, content: Content, now: Date): Promise<void> {
  await tx.passageNote.update({ where: { id }, data: { ...content, changedAt: now } })
}

export async function deleteNoteRow(tx: Tx, id: string): Promise<void> {
  await tx.passageNote.delete({ where: { id } })
}

function noteOf({ passage, hash, ...row }: Row): Note {
  return { ...row, kept: { block: passage, hash } }
}
