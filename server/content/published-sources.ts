import 'server-only'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Db } from '../db/client'
import { listNewestReleases } from '../db/releases'
import { findSetting, putSetting } from '../db/settings'
import { listFilesUnder } from './disk'
import { listCourses } from './read-course'

/** The content, and the code that checks it and makes releases of it. */
const SOURCES = ['courses', 'library', 'public/media', 'domain', 'server/content', 'package-lock.json']
const SETTING = 'published-sources'

/** SHA-256 of the names and bytes of everything that a publication depends on. */
export function hashOfSources(root: string): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => listFilesUnder(root, source))) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

/** True if every course was published from exactly these sources, so that publishing again would change nothing. */
export async function areSourcesPublished(db: Db, root: string): Promise<boolean> {
  if ((await findSetting(db, SETTING)) !== hashOfSources(root)) return false
  const published = new Set((await listNewestReleases(db)).map(({ courseId }) => courseId))
  return listCourses(root).every((courseId) => published.has(courseId))
}

/**
 * @param sources the hash from before the files were read, so that a file that changes meanwhile is published the next
 * time.
 */
export async function notePublishedSources(db: Db, sources: string): Promise<void> {
  await putSetting(db, SETTING, sources)
}
