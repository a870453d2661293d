import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import { requirePermission } from '@/server/auth/permit'
import { enrol } from '@/server/course/enrol'
import { courseOf, learnerCourse } from '@/server/course/learner-course'

/** Enrols and opens the first lesson. */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}`,
  permit: async ({ caller, params }: Context<'course'>) => {
    const { release } = await learnerCourse(caller, params.course, new Date())
    const target = { courseId: params.course, access: release.course.file.access }
    return requirePermission(caller, 'course:enrol', target)
  },
  act: async (permit, _, { params }) => courseOf(await enrol(permit), params.course, new Date()),
  done: ({ progress }, { locale, params }) => {
    const lesson = progress.nextLesson
    return href(locale, lesson ? lessonPath(params.course, lesson) : `/courses/${params.course}`)
  },
})
