import 'server-only'
import type { Lesson } from '@/domain/course/course'
import { AppError } from '@/domain/errors'
import { type LoadedRelease, loadRelease } from '../content/releases'
import type { Learner } from '../db/course/learners'

/** A lesson of the release that the learner reads. @throws {AppError} not-found */
export async function requireLesson(
  { releaseId }: Learner,
  lessonId: string,
): Promise<{ release: LoadedRelease; lesson: Lesson }> {
  const release = await loadRelease(releaseId)
  const lesson = release.lessons.get(lessonId)
  if (!lesson) throw new AppError('not-found', `lesson ${lessonId}`)
  return { release, lesson }
}
