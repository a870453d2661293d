import 'server-only'
import type { FileType } from '@/domain/file/material-file'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

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

/** Call it in the transaction that has locked the file. */
export async function deleteFile(tx: Sql, id: string): Promise<void> {
  await tx.$executeRaw`delete from "StoredFile" where id = ${id}::uuid`
}

/** Condition: nothing refers to the file `f`. A new table that refers to files must be added here. */
const unused = Prisma.sql`not exists (select 1 from "SeminarMaterial" m where m."fileId" = f.id)`

/** Files to which nothing refers: of an upload that was interrupted, or of a material that was removed. */
export async function findUnused(sql: Sql, before: Date, limit: number): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select f.id from "StoredFile" f where f."createdAt" < ${before} and ${unused}
    order by f."createdAt" limit ${limit}`
  return rows.map(({ id }) => id)
}

/** Locks a file to which nothing refers, so that no reference can be added. Null if it is used or deleted. */
export async function lockUnused(tx: Sql, id: string): Promise<StoreName | null> {
  const [row] = await tx.$queryRaw<{ store: StoreName }[]>`
    select f.store from "StoredFile" f where f.id = ${id}::uuid and ${unused} for update`
  return row?.store ?? null
}
