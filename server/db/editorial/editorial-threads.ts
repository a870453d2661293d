import 'server-only'
import type { Locale } from '@/domain/locale'
import type { TextKey } from '@/domain/signoff/text-key'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

export type CommentRow = {
  id: string
  text: string
  writtenAt: Date
  function: string
  body: string
  /** Null once her account is deleted, which keeps her function and body. */
  nameArabic: string | null
  nameLatin: string | null
}
export type ThreadRow = {
  id: string
  block: string | null
  passageHash: string | null
  passage: string | null
  missingSource: boolean
  createdAt: Date
  resolvedAt: Date | null
  /** The latest comments, in order. */
  comments: readonly CommentRow[]
  /** The number of all comments of the thread. */
  count: number
}
type Filter = { block?: string; open?: true; thread?: string }
type Places = { from: number; limit: number; comments: number }

/**
 * Some threads of a text in a language, the newest first, each with its last comments. Only the comments that a page
 * shows are read, however many there are.
 */
export async function findThreads(
  sql: Sql,
  { key, language }: { key: TextKey; language: Locale },
  { block, open, thread }: Filter,
  { from, limit, comments }: Places,
): Promise<ThreadRow[]> {
  const fits = [
    Prisma.sql`t.kind = ${key.kind} and t."textId" = ${key.id} and t.language = ${language}`,
    ...(block === undefined ? [] : [Prisma.sql`coalesce(t.block, '') = ${block}`]),
    ...(open ? [Prisma.sql`t."resolvedAt" is null`] : []),
    ...(thread === undefined ? [] : [Prisma.sql`t.id = ${thread}::uuid`]),
  ]
  const rows = await sql.$queryRaw<ThreadRow[]>`
    select t.id, t.block, t."passageHash", t.passage, t."missingSource", t."createdAt", t."resolvedAt",
      (select count(*)::int from "EditorialComment" c where c."threadId" = t.id) as count,
      (select coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'writtenAt', c."writtenAt",
          'function', c.function, 'body', c.body, 'nameArabic', a."nameArabic", 'nameLatin', a."nameLatin")
          order by c."writtenAt", c.id), '[]')
        from (select * from "EditorialComment" c where c."threadId" = t.id
          order by c."writtenAt" desc, c.id desc limit ${comments}) c
        left join "Account" a on a.id = c."accountId") as comments
    from (select * from "EditorialThread" t where ${Prisma.join(fits, ' and ')}
      order by t."createdAt" desc, t.id desc limit ${limit} offset ${from}) t
    order by t."createdAt" desc, t.id desc`
  return rows.map((row) => ({
    ...row,
    comments: row.comments.map((comment) => ({ ...comment, writtenAt: new Date(comment.writtenAt) })),
  }))
}

export type NewThread = {
  id: string
  key: TextKey
  language: Locale
  block: string | null
  passageHash: string | null
  passage: string | null
  missingSource: boolean
}
export type NewComment = {
  id: string
  threadId: string
  accountId: string
  signer: string
  function: string
  body: string
  text: string
  mentions: readonly string[]
}

/** @returns false if the form was sent before. */
export async function insertThread(sql: Sql, row: NewThread, now: Date): Promise<boolean> {
  const count = await sql.$executeRaw`
    insert into "EditorialThread" (id, kind, "textId", language, block, "passageHash", passage, "missingSource", "createdAt")
    values (${row.id}::uuid, ${row.key.kind}, ${row.key.id}, ${row.language}, ${row.block}, ${row.passageHash},
      ${row.passage}, ${row.missingSource}, ${now})
    on conflict (id) do nothing`
  return count === 1
}

/** @returns false if the form was sent before. */
export async function insertComment(sql: Sql, row: NewComment, now: Date): Promise<boolean> {
  const count = await sql.$executeRaw`
    insert into "EditorialComment" (id, "threadId", "accountId", signer, function, body, text, "writtenAt", mentions)
    values (${row.id}::uuid, ${row.threadId}::uuid, ${row.accountId}::uuid, ${row.signer}, ${row.function}, ${row.body},
      ${row.text}, ${now}, ${[...row.mentions]}::text[])
    on conflict (id) do nothing`
  return count === 1
}

/** Marks a thread of the text as dealt with, or open again. @returns false if the text has no such thread. */
export async function resolveThread(
  sql: Sql,
  { id, key, resolved }: { id: string; key: TextKey; resolved: boolean },
  now: Date,
): Promise<boolean> {
  const count = await sql.$executeRaw`
    update "EditorialThread"
    set "resolvedAt" = case when ${resolved} then coalesce("resolvedAt", ${now}::timestamptz) end
    where id = ${id}::uuid and kind = ${key.kind} and "textId" = ${key.id}`
  return count === 1
}
