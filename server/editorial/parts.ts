import 'server-only'
import type { Localized } from '@/domain/locale'
import { SIGNED_KINDS } from '@/domain/signoff/entry-signoff'
import type { Part } from '@/domain/signoff/text-key'
import { currentReleases } from '../content/releases'

/** The titles of the published courses by id, in the order of the catalogue. */
export async function courseTitles(): Promise<Record<string, Localized>> {
  const releases = await currentReleases()
  return Object.fromEntries(releases.map(({ courseId, course }) => [courseId, course.file.title]))
}

/** The parts that a reviewer's scope can have: the published courses, and the kinds of the library’s entries. */
export async function reviewableParts(): Promise<Part[]> {
  const courses = Object.keys(await courseTitles())
  return [...courses.map((id): Part => `course:${id}`), ...SIGNED_KINDS.map((kind): Part => `library:${kind}`)]
}
