import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '../db/client'
import { findMessageText, insertMessage, type NewMessage } from '../db/thread/threads'

/**
 * Stores a message. The same form sent twice makes one message; sent again with other words, as after “back” in the
 * browser, it makes another one, because the first may have been read. @returns false if it was stored before.
 */
export async function writeMessage(tx: Tx, message: NewMessage, now: Date): Promise<boolean> {
  if (await insertMessage(tx, message, now)) return true
  const { id, threadId, text } = message
  if ((await findMessageText(tx, id, threadId)) === text) return false
  return insertMessage(tx, { ...message, id: idFrom(id, threadId, text) }, now)
}

/** A deterministic id: a form that is sent again finds the row that it made before. */
export function idFrom(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  // Version 8 of RFC 9562: the bits are our own.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
