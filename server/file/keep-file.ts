import 'server-only'
import { randomUUID } from 'node:crypto'
import { fileName } from '@/domain/file/file-name'
import { type FileProblem, LARGEST_FILE_BYTES } from '@/domain/file/material-file'
import { db, inTransaction, sql } from '../db/client'
import { deleteFile, findUnused, insertFile, lockUnused, type StoredFileRow } from '../db/file/stored-files'
import { env } from '../env'
import { log, reasonOf } from '../log'
import { inspectFile } from './inspect/inspect-file'
import type { Upload } from './receive-upload'
import { scanFile } from './scan-file'
import { fileStore, storeNow } from './store/file-store'

export type KeptFile = { status: 'kept'; file: StoredFileRow } | { status: 'refused'; problem: FileProblem }

/**
 * Checks, scans and stores an uploaded file. The caller then stores a reference to it: if the process is killed before
 * that, the file is removed as unused.
 */
export async function keepFile(upload: Upload, now: Date): Promise<KeptFile> {
  if (upload.cut || upload.bytes > LARGEST_FILE_BYTES) return { status: 'refused', problem: 'too-large' }
  const found = await inspectFile(upload.path)
  if (found.status === 'refused') return found
  const { clamdUrl } = env()
  const scanned = clamdUrl ? await scanFile(upload.path, clamdUrl) : 'clean'
  if (scanned !== 'clean') return { status: 'refused', problem: scanned }
  const file = {
    id: randomUUID(),
    name: fileName(upload.name, found.type),
    type: found.type,
    bytes: upload.bytes,
    hash: upload.hash,
    store: storeNow(),
  }
  return (await store(file, upload, now)) ? { status: 'kept', file } : { status: 'refused', problem: 'not-stored' }
}

/** The row is inserted before the bytes are stored, so that an interrupted upload is found and removed. */
async function store(file: StoredFileRow, { path, bytes }: Upload, now: Date): Promise<boolean> {
  await insertFile(db(), file, now)
  try {
    await fileStore(file.store).put(file.id, path, bytes)
    return true
  } catch (error) {
    await removeFile(file.id)
    // An error of our own database is thrown, as everywhere else.
    if (file.store === 'database') throw error
    log('store-failed', { reason: reasonOf(error) })
    return false
  }
}

/**
 * Removes a file to which nothing refers any longer. If its store does not answer, the job does it later.
 *
 * @returns false if it could not be removed
 */
export async function removeFile(id: string): Promise<boolean> {
  try {
    await inTransaction(async (tx) => {
      const store = await lockUnused(tx, id)
      if (!store) return
      await fileStore(store).remove(id)
      await deleteFile(tx, id)
    })
    return true
  } catch (error) {
    log('store-failed', { reason: reasonOf(error) })
    return false
  }
}

const OLD_MS = 3_600_000
const AT_ONCE = 100

/** Removes the files older than an hour to which nothing refers. @returns false if one could not be removed */
export async function removeUnused(now: Date): Promise<boolean> {
  let fine = true
  const unused = await findUnused(sql(), new Date(now.getTime() - OLD_MS), AT_ONCE)
  for (const id of unused) fine = (await removeFile(id)) && fine
  return fine
}
