import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { readableCourse } from '@/server/course/learner-course'
import { takeBackLesson } from '@/server/progress/finish-lesson'
import { stepOfForm } from '../step-of-form'

/**
 * Marks a completed lesson as not done. Redirects back to the end of the lesson, which gives the reason if this is no
 * longer possible.
 */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}/lessons/${params.lesson}`,
  permit: async ({ caller, params }: Context<'course' | 'lesson'>) => {
    const { learner } = await readableCourse(caller, params.course, new Date())
    const target = { courseId: params.course, learnerId: learner?.accountId ?? null }
    const permit = await requirePermission(caller, 'course:learn', target)
    if (!learner) throw new AppError('forbidden', 'not enrolled')
    return { permit, learner }
  },
  read: (sent) => stepOfForm(sent),
  act: async ({ permit, learner }, step, { params }) => {
    await takeBackLesson(permit, learner, params.lesson, new Date())
    return step
  },
  done: (step, { locale, params }) =>
    href(locale, `/courses/${params.course}/lessons/${params.lesson}${step}#lesson-end`),
})
