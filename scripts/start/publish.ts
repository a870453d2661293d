import { RunError, tsx } from '../run'

/** Broken content is not published and does not stop the site: the last good release stays. */
export async function publishCourses(): Promise<void> {
  try {
    await tsx('scripts/course-publish.ts')
  } catch (error) {
    if (!(error instanceof RunError)) throw error
    console.error('The site goes on with the courses that were published before.')
  }
}
