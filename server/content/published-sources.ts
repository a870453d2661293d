import 'server-only'
import type { Db } from '../db/client'
import { listNewestReleases } from '../db/course/releases'
import { findSetting, putSetting } from '../db/settings'
import { hashOfFiles } from './disk'
import { listCourses } from './read-course'

/** The content, and the code that checks it and makes releases of it. */
const SOURCES = ['courses', 'library', 'public/media', 'domain', 'server/content', 'package-lock.json']
const SETTING = 'published-sources'

/** Changes with everything that a publication depends on. */
export function hashOfSources(root: string): string {
  return hashOfFiles(root, SOURCES)
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
