import { page } from '@/app/http/get-page'
import { respondKept } from '@/app/http/kept-frame'
import { AppError } from '@/domain/errors'
import { keepableRelease } from '@/server/course/kept'
import { keptLesson } from '../kept-documents'

export const GET = page<'course' | 'lesson'>(async ({ caller, locale, params }) => {
  const now = new Date()
  const release = await keepableRelease(caller, params.course, now)
  const lesson = release.lessons.get(params.lesson)
  if (!lesson) throw new AppError('not-found', `lesson ${params.lesson}`)
  return respondKept(keptLesson(release, lesson, locale, now))
})
