import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import { AppError } from '@/domain/errors'
import { permitToKeepNotes } from '@/server/auth/permit'
import { passagesOf } from '@/server/content/passages'
import { readableCourse } from '@/server/course/learner-course'
import { bookmark } from '@/server/note/keep-note'
import { lessonOf, passageOf } from '../lesson-of'

/** Bookmarks a passage, and redirects back to it. */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}/lessons/${params.lesson}`,
  permit: async ({ caller, params }: Context<'course' | 'lesson'>) => {
    const permit = await permitToKeepNotes(caller)
    const { release } = await readableCourse(caller, params.course, new Date())
    return { permit, release, lesson: lessonOf(release, params.lesson) }
  },
  read: (sent, _, { release, lesson }) =>
    passageOf(passagesOf(release.course, lesson), String(sent.get('block'))).block,
  act: async ({ permit, release, lesson }, block) => {
    const { status } = await bookmark(permit, { release, lesson, block }, new Date())
    if (status !== 'kept') throw new AppError('notes-full')
    return block
  },
  done: (block, { locale, params }) => href(locale, lessonPath(params.course, `${params.lesson}#b${block}`)),
})
