import 'server-only'
import type { FileType } from '@/domain/file/material-file'
import type { MaterialFields } from '@/domain/seminar/material'
import type { Tx } from '../client'
import type { StoredFileRow } from '../file/stored-files'
import type { Sql } from '../sql'

export type MaterialRow = MaterialFields & { id: string; file: StoredFileRow }

type Read = MaterialFields & Omit<StoredFileRow, 'id'> & { id: string; fileId: string }

/** In the order in which they were added. */
export async function findMaterials(sql: Sql, seminarId: string): Promise<MaterialRow[]> {
  const rows = await sql.$queryRaw<Read[]>`
    select m.id, m."when", m."openTo", m.titles, m."fileId", f.name, f.type, f.bytes, f.hash, f.store
    from "SeminarMaterial" m join "StoredFile" f on f.id = m."fileId"
    where m."seminarId" = ${seminarId}::uuid order by m."createdAt", m.id`
  return rows.map(({ id, when, openTo, titles, fileId, name, type, bytes, hash, store }) => ({
    ...{ id, when, openTo, titles },
    file: { id: fileId, name, type: type as FileType, bytes, hash, store },
  }))
}

export async function countMaterials(tx: Tx, seminarId: string): Promise<number> {
  return tx.seminarMaterial.count({ where: { seminarId } })
}

export async function insertMaterial(
  tx: Tx,
  seminarId: string,
  fileId: string,
  fields: MaterialFields,
  now: Date,
): Promise<string> {
  const { id } = await tx.seminarMaterial.create({ data: { ...fields, seminarId, fileId, createdAt: now } })
  return id
}

/** @returns the file that it handed out; null if the seminar has no such material. */
export async function deleteMaterial(tx: Tx, seminarId: string, id: string): Promise<string | null> {
  const found = await tx.seminarMaterial.findFirst({ where: { id, seminarId }, select: { fileId: true } })
  if (!found) return null
  const { count } = await tx.seminarMaterial.deleteMany({ where: { id, seminarId } })
  return count === 1 ? found.fileId : null
}
