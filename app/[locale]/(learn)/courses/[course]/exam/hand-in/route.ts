import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { learnerCourse } from '@/server/course/learner-course'
import { handIn } from '@/server/exam/hand-in'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; course: string }> }

/** Hands the exam in. Sent twice, it shows the one result. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, course } = await params
  return formPage(request, locale, `/courses/${course}/exam/check`, async (form) => {
    const attemptId = form.get('attempt')
    const { learner } = await learnerCourse(course, new Date())
    const permit = await requirePermission('exam:sit', { courseId: course, learnerId: learner?.accountId ?? null })
    const attempt = learner?.attempts.find(({ id }) => id === attemptId)
    if (!learner || !attempt) throw new AppError('forbidden', 'attempt of another')
    await handIn(permit, learner, attempt)
    return seeOther(`/${locale}/courses/${course}/exam/result?attempt=${attempt.number}`)
  })
}
