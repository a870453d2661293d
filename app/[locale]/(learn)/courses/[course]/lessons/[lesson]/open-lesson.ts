import { AppError } from '@/domain/errors'
import type { Caller } from '@/server/auth/caller'
import { requirePermission } from '@/server/auth/permit'
import type { LearnerCourse } from '@/server/course/learner-course'
import { keepPlace } from '@/server/progress/lesson-place'

/** The lesson of an address with her last reading position. Records that she opened it. @throws {AppError} not-found */
export async function openLesson(caller: Caller, reader: LearnerCourse, lessonId: string) {
  const { lessons } = reader.release.course
  const place = lessons.findIndex((lesson) => lesson.file.id === lessonId)
  const lesson = lessons[place]
  if (!lesson) throw new AppError('not-found', `lesson ${lessonId}`)
  const state = reader.learner?.lessons.find((row) => row.lessonId === lessonId)
  // Written only if it changes the target of "continue", so that reading on in the same lesson costs no write.
  const isNext = reader.progress.nextLesson === lessonId
  if (!state || (!isNext && !state.completedAt)) await noteOpened(caller, reader, lessonId)
  return { lesson, place, resumeAt: state?.block ?? 0 }
}

async function noteOpened(caller: Caller, { learner, release }: LearnerCourse, lessonId: string) {
  if (!learner) return
  const permit = await requirePermission(caller, 'course:learn', {
    courseId: release.courseId,
    learnerId: learner.accountId,
  })
  await keepPlace(permit, learner, lessonId, { block: null, end: false }, new Date())
}
