import 'server-only'
import { createReadStream } from 'node:fs'
import { sql } from '../../db/client'
import { findChunk, insertChunk } from '../../db/files'
import type { FileStore } from './store'

const CHUNK_BYTES = 256 * 1024

/** Files as rows of some bytes each, so that neither side ever holds a whole file. The row of the file must be there. */
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
  // The rows go with that of their file.
  async remove() {},
}
