import 'server-only'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { KeptFile } from '@/domain/course/kept/kept-copy'

/** A page of an offline copy. `write` renders it as of a day. */
export type KeptPage = { href: string; write: (day: Date) => string }

/** The day used for the version: two copies whose pages differ only in their day have the same version. */
const NO_DAY = new Date(0)
const VERSION_LENGTH = 16

/**
 * The files of today's offline copy, with their hashes, and the version of the copy. Other requests are served between
 * two pages.
 *
 * @param assets addresses of public files.
 */
export async function listKeptFiles(
  pages: readonly KeptPage[],
  assets: readonly string[],
  today: Date,
): Promise<{ files: KeptFile[]; version: string }> {
  const files: KeptFile[] = []
  const version = createHash('sha256')
  for (const { href, write } of pages) {
    await setImmediate()
    files.push(fileOf(href, Buffer.from(write(today))))
    version.update(`${href} ${sha256(Buffer.from(write(NO_DAY)))}\n`)
  }
  for (const href of assets) {
    const file = fileOf(href, await readFile(path.join(process.cwd(), 'public', href)))
    files.push(file)
    version.update(`${href} ${file.sha256}\n`)
  }
  return { files, version: version.digest('hex').slice(0, VERSION_LENGTH) }
}

function fileOf(href: string, content: Buffer): KeptFile {
  return { href, sha256: sha256(content), bytes: content.byteLength }
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
