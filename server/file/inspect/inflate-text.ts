import 'server-only'
import { createInflateRaw } from 'node:zlib'

const HEAD_BYTES = 512
/** @see RFC 1950, 2.2: the two bytes before the compressed data. */
const HEADER_BYTES = 2

/**
 * The text that zlib data unpacks to, up to a limit. As viewers do, it ignores a wrong or missing checksum and the bytes
 * after the end, and reads data that is cut off as far as it goes.
 *
 * @param wanted gets the first bytes; false stops there. @returns null if it is no zlib data, or not wanted.
 */
export async function inflateText(
  bytes: Buffer,
  limit: number,
  wanted: (head: string) => boolean,
): Promise<string | null> {
  if (!isZlib(bytes)) return null
  const pieces: Buffer[] = []
  let size = 0
  let asked = false
  try {
    for await (const piece of unpack(bytes.subarray(HEADER_BYTES))) {
      pieces.push(piece)
      size += piece.length
      if (!asked && size >= HEAD_BYTES) {
        asked = true
        if (!wanted(textOf(pieces))) return null
      }
      if (size >= limit) break
    }
  } catch {
    // The data before the damage is used.
  }
  const text = textOf(pieces)
  return asked || wanted(text) ? text : null
}

function isZlib(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0
}

const PIECE_BYTES = 64 * 1024

async function* unpack(bytes: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES })
  // In pieces: the end of the data is not known, and the whole rest of a file of 25 MB must not be fed for each stream.
  const feed = (from: number): void => {
    if (from >= bytes.length || inflate.destroyed || inflate.writableEnded) return void inflate.end()
    inflate.write(bytes.subarray(from, from + PIECE_BYTES), () => feed(from + PIECE_BYTES))
  }
  feed(0)
  yield* inflate
}

const textOf = (pieces: readonly Buffer[]) => Buffer.concat(pieces).toString('latin1')
