import 'server-only'
import { createReadStream } from 'node:fs'
import { sql } from '../../db/client'
import { findChunk, insertChunk } from '../../db/file/stored-files'
import type { FileStore } from './store'

const CHUNK_BYTES = 256 * 1024

/** A file is stored in chunks, so that neither side ever holds it as a whole. Its own row must exist before. */
export const databaseStore: FileStore = {
  async put(id, path) {
    let position = 0
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      await insertChunk(sql(), id, position, bytes)
      position += 1
    }
  },
  async *read(id) {
    for (let position = 0; ; position += 1) {
      const bytes = await findChunk(sql(), id, position)
      if (!bytes) return
      yield new Uint8Array(bytes)
    }
  },
  // The chunks are deleted by cascade with the row of the file.
  async remove() {},
}
