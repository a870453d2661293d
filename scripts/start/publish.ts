import { areSourcesPublished } from '@/server/content/published-sources'
import { db } from '@/server/db/client'
import { RunError, tsx } from '../run'

/**
 * Publishes the courses that changed. If nothing changed, it reads none of them. Content with errors is not published
 * and does not stop the site: the last good release remains.
 */
export async function publishCourses(): Promise<void> {
  if (await areSourcesPublished(db(), process.cwd())) return
  try {
    await tsx('scripts/course-publish.ts')
  } catch (error) {
    if (!(error instanceof RunError)) throw error
    console.error('The site goes on with the courses that were published before.')
  }
}
