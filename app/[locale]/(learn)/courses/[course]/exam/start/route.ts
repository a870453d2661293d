import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { readableCourse } from '@/server/course/learner-course'
import { startExam } from '@/server/exam/start-exam'

/** Opens an attempt, or redirects to the one under way. */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}/exam`,
  permit: async ({ caller, params: { course } }: Context<'course'>) => {
    // The questions belong to the course: a person who may not read the course may not begin its exam.
    const { learner } = await readableCourse(caller, course, new Date())
    const learnerId = learner?.accountId ?? null
    const permit = await requirePermission(caller, 'exam:sit', { courseId: course, learnerId })
    if (!learner) throw new AppError('forbidden', 'not enrolled')
    return { permit, learner }
  },
  act: ({ permit, learner }) => startExam(permit, learner, new Date()),
  done: (_, { locale, params }) => href(locale, `/courses/${params.course}/exam/1`),
})
