import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { readableCourse } from '@/server/course/learner-course'
import { startExam } from '@/server/exam/start-exam'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; course: string }> }

/** Opens an attempt, or goes back to the one under way. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, course } = await params
  return formPage(request, locale, `/courses/${course}/exam`, async () => {
    // The questions are a part of the course: who may not read it begins no exam.
    const { learner } = await readableCourse(course, new Date())
    const permit = await requirePermission('exam:sit', { courseId: course, learnerId: learner?.accountId ?? null })
    if (!learner) throw new AppError('forbidden', 'not enrolled')
    await startExam(permit, learner, new Date())
    return seeOther(`/${locale}/courses/${course}/exam/1`)
  })
}
