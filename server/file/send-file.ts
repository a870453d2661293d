import 'server-only'
import { createHash } from 'node:crypto'
import { plainFileName } from '@/domain/file/file-name'
import { FILE_TYPES } from '@/domain/file/material-file'
import type { StoredFileRow } from '../db/file/stored-files'
import { streamFile } from '../stream-file'
import { fileStore } from './store/file-store'

/** A stored file as a download. The headers keep a browser from running anything in it. */
export function sendFile(file: StoredFileRow): Response {
  return streamFile({
    name: file.name,
    plainName: plainFileName(file.name, file.type),
    type: FILE_TYPES[file.type],
    length: file.bytes,
    bytes: whole(file),
  })
}

/** Sends the last piece only if the hash of all pieces is that of the stored file. */
async function* whole({ id, store, hash }: StoredFileRow): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const found = createHash('sha256')
  let last: Uint8Array<ArrayBuffer> | null = null
  for await (const piece of fileStore(store).read(id)) {
    if (last) yield last
    found.update(piece)
    last = piece
  }
  if (!last || found.digest('hex') !== hash) throw new Error('a stored file is not whole')
  yield last
}
