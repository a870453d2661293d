import 'server-only'
import type { FileType } from '@/domain/file/material-file'
import type { Db } from './client'
import type { Sql } from './sql'

export type StoreName = 'database' | 's3'
export type StoredFileRow = {
  id: string
  name: string
  type: FileType
  bytes: number
  hash: string
  store: StoreName
}

export async function insertFile(db: Db, row: StoredFileRow, now: Date): Promise<void> {
  await db.storedFile.create({ data: { ...row, createdAt: now } })
}

export async function insertChunk(sql: Sql, fileId: string, position: number, bytes: Buffer): Promise<void> {
  await sql.$executeRaw`
    insert into "FileChunk" ("fileId", position, bytes) values (${fileId}::uuid, ${position}::int, ${bytes})`
}

export async function findChunk(sql: Sql, fileId: string, position: number): Promise<Buffer | null> {
  const [row] = await sql.$queryRaw<{ bytes: Buffer }[]>`
    select bytes from "FileChunk" where "fileId" = ${fileId}::uuid and position = ${position}::int`
  return row?.bytes ?? null
}

export async function deleteFile(sql: Sql, id: string): Promise<void> {
  await sql.$executeRaw`delete from "StoredFile" where id = ${id}::uuid`
}

/** Files to which nothing refers: of an upload that was interrupted, or of a material that was removed. */
export async function findUnused(sql: Sql, before: Date, limit: number): Promise<{ id: string; store: StoreName }[]> {
  return sql.$queryRaw`
    select f.id, f.store from "StoredFile" f
    where f."createdAt" < ${before}
    order by f."createdAt" limit ${limit}`
}
