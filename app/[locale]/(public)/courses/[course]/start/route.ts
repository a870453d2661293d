import { formPage } from '@/app/form-page'
import { requirePermission } from '@/server/auth/permit'
import { enrol } from '@/server/course/enrol'
import { learnerCourse } from '@/server/course/learner-course'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; course: string }> }

/** Enrols and opens the first lesson. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, course } = await params
  return formPage(request, locale, `/courses/${course}`, async () => {
    const { release } = await learnerCourse(course, new Date())
    const { access } = release.course.file
    await enrol(await requirePermission('course:enrol', { courseId: course, access }))
    const { progress } = await learnerCourse(course, new Date())
    const lesson = progress.nextLesson
    return seeOther(`/${locale}/courses/${course}${lesson ? `/lessons/${lesson}` : ''}`)
  })
}
