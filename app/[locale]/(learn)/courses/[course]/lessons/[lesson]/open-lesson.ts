import type { LessonStep } from '@/domain/course/lesson-steps'
import { AppError } from '@/domain/errors'
import type { Caller } from '@/server/auth/caller'
import { requirePermission } from '@/server/auth/permit'
import type { LearnerCourse } from '@/server/course/learner-course'
import { keepPlace } from '@/server/progress/lesson-place'

/**
 * The lesson of an address with her last reading position. Records that she opened it, and with a step that she has
 * come to it.
 *
 * @throws {AppError} not-found
 */
export async function openLesson(caller: Caller, reader: LearnerCourse, lessonId: string, step?: LessonStep) {
  const { lessons } = reader.release.course
  const place = lessons.findIndex((lesson) => lesson.file.id === lessonId)
  const lesson = lessons[place]
  if (!lesson) throw new AppError('not-found', `lesson ${lessonId}`)
  const state = reader.learner?.lessons.find((row) => row.lessonId === lessonId)
  // Written only if it changes the target of "continue", so that reading on in the same lesson costs no write.
  const isNext = reader.progress.nextLesson === lessonId
  const block = step && !isIn(step, state?.block) ? step.firstBlock : null
  if (!state || block !== null || (!isNext && !state.completedAt)) await noteOpened(caller, reader, lessonId, block)
  return { lesson, place, resumeAt: state?.block ?? 0 }
}

function isIn({ firstBlock, blocks }: LessonStep, block: number | undefined): boolean {
  return block !== undefined && block >= firstBlock && block < firstBlock + blocks
}

async function noteOpened(caller: Caller, { learner, release }: LearnerCourse, lessonId: string, block: number | null) {
  if (!learner) return
  const permit = await requirePermission(caller, 'course:learn', {
    courseId: release.courseId,
    learnerId: learner.accountId,
  })
  await keepPlace(permit, learner, lessonId, { block, end: false }, new Date())
}
