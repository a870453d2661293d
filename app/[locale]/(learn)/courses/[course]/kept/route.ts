import { page } from '@/app/http/get-page'
import { respondKept } from '@/app/http/kept-frame'
import { keepableRelease } from '@/server/course/kept'
import { keptCourse } from './kept-documents'

export const GET = page<'course'>(async ({ caller, locale, params }) => {
  const now = new Date()
  return respondKept(keptCourse(await keepableRelease(caller, params.course, now), locale, now))
})
