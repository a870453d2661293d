import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import type { Caller } from '@/server/auth/caller'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { enrol } from '@/server/course/enrol'
import { type LearnerCourse, readableCourse } from '@/server/course/learner-course'
import { finishLesson } from '@/server/progress/finish-lesson'
import { stepOfForm } from '../step-of-form'

/**
 * Marks a lesson as completed. A reader of a course that is not public is enrolled first, if she is not enrolled yet.
 * Redirects back to the end of the lesson, which says what is missing if the lesson cannot be completed.
 */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}/lessons/${params.lesson}`,
  permit: async ({ caller, params }: Context<'course' | 'lesson'>) => {
    const course = await readableCourse(caller, params.course, new Date())
    if (!course.release.lessons.has(params.lesson)) throw new AppError('not-found', 'lesson')
    return { course, toEnrol: await permitToEnrol(caller, course) }
  },
  read: (sent) => ({ end: sent.get('end') === '1', step: stepOfForm(sent) }),
  act: async ({ course, toEnrol }, { end, step }, { caller, params }) => {
    const learner = course.learner ?? (toEnrol && (await enrol(toEnrol)))
    if (!learner) return { isDone: true, step }
    const target = { courseId: params.course, learnerId: learner.accountId }
    const permit = permitFor(await caller.actor(), 'course:learn', target)
    return { isDone: await finishLesson(permit, learner, params.lesson, { end }, new Date()), step }
  },
  done: ({ isDone, step }, { locale, params }) => {
    const lesson = href(locale, `/courses/${params.course}/lessons/${params.lesson}${step}`)
    return `${lesson}${isDone ? '' : '?done=refused'}#lesson-end`
  },
})

/**
 * Null for an enrolled learner, who needs no permit, and for a reader of a public course who is not enrolled, for whom
 * nothing is stored.
 */
async function permitToEnrol(caller: Caller, { learner, release: { courseId, course } }: LearnerCourse) {
  const { access } = course.file
  return learner || access === 'public' ? null : requirePermission(caller, 'course:enrol', { courseId, access })
}
