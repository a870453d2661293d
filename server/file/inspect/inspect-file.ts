import 'server-only'
import { open } from 'node:fs/promises'
import { type Finding, refused } from './finding'
import { inspectImage } from './inspect-image'
import { inspectInWorker } from './inspect-in-worker'
import { startsWith } from './signatures'

/**
 * The type of a file on the disk, by its bytes alone, or why it is refused, for example because it could run something.
 * Documents are inspected in a worker thread.
 */
export async function inspectFile(path: string): Promise<Finding> {
  const head = await headOf(path)
  if (head.length === 0) return refused('empty')
  if (startsWith(head, 'pdf')) return inspectInWorker({ path, type: 'pdf' })
  if (startsWith(head, 'zip')) return inspectInWorker({ path, type: 'zip', head })
  const image = (['png', 'jpg', 'webp'] as const).find((type) => startsWith(head, type))
  return image ? inspectImage(path, image) : refused('type')
}

const HEAD_BYTES = 256

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
