import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { readAnswerForm } from '@/domain/exam/read-answer-form'
import { requirePermission } from '@/server/auth/permit'
import { learnerCourse } from '@/server/course/learner-course'
import { saveAnswer } from '@/server/exam/save-answer'
import { seeOther } from '@/server/respond'
import { positionIn } from '../../../../../position-in'

type Context = { params: Promise<{ locale: string; course: string; n: string }> }

/** Saves a question's form and goes where its button says. Works without JavaScript and across deployments. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, course, n } = await params
  const here = `/courses/${course}/exam/${n}`
  const save = async (form: FormData) => {
    const given = readAnswerForm(form, positionIn(n))
    if (!given) throw new AppError('invalid-input', 'answer form')
    const { learner } = await learnerCourse(course, new Date())
    const permit = await requirePermission('exam:sit', { courseId: course, learnerId: learner?.accountId ?? null })
    const attempt = learner?.attempts.find(({ id }) => id === given.attemptId)
    if (!attempt) throw new AppError('forbidden', 'attempt of another')
    try {
      await saveAnswer(permit, attempt, given.saved)
    } catch (error) {
      if (error instanceof AppError && error.code === 'invalid-input') return seeOther(`/${locale}${here}?refused=1`)
      throw error
    }
    return seeOther(`/${locale}/courses/${course}/exam/${given.go}`)
  }
  return formPage(request, locale, here, save, { keeps: 'answer' })
}
