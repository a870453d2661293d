import { dropCopies } from './copies'

/** The address of the list of files of a copy. It never rejects a reader who may keep the course. */
export function listAt(course: string, locale: string): string {
  return `/api/courses/${course}/kept?lang=${locale}`
}

/** Whether the list of a copy was refused because the course is closed or gone, not because of a temporary error. */
export function isClosed(href: string, { status }: Pick<Response, 'status'>): boolean {
  return LIST.test(href) && REFUSED.includes(status)
}

const LIST = /^\/api\/courses\/[^/]+\/kept\?/
// 401 is in the list because a closed course requires a sign-in, and an open one never does.
const REFUSED = [401, 403, 404, 410]

/** Deletes the copies of a course in all languages. */
export function dropCourse(course: string): Promise<void> {
  return dropCopies({ course })
}

/**
 * Asks the site whether a course may still be kept, and deletes the copies of one that may not. Without a network, or
 * while the site is busy, they stay.
 */
export async function checkStillOpen(course: string, locale: string): Promise<void> {
  const href = listAt(course, locale)
  const response = await fetch(href, { redirect: 'error' }).catch(() => null)
  if (response && isClosed(href, response)) await dropCourse(course)
}
