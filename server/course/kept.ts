import 'server-only'
import type { Course } from '@/domain/course/course'
import { AppError } from '@/domain/errors'
import type { Caller } from '../auth/caller'
import type { LoadedRelease } from '../content/releases'
import { env } from '../env'
import { readableCourse } from './learner-course'

/** Whether a device may keep an offline copy of a course: never of a closed one. */
export function mayBeKept({ file }: Pick<Course, 'file'>): boolean {
  return env().offlineCopies && file.access !== 'closed'
}

/**
 * The release of which this reader may keep an offline copy: the one that she reads.
 *
 * @throws {AppError} not-found, sign-in-required, course-closed
 */
export async function keepableRelease(caller: Caller, courseId: string, now: Date): Promise<LoadedRelease> {
  const { release } = await readableCourse(caller, courseId, now)
  if (!mayBeKept(release.course)) throw new AppError('not-found', `${courseId} is kept by no device`)
  return release
}
