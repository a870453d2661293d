import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { enrol } from '@/server/course/enrol'
import { learnerCourse } from '@/server/course/learner-course'
import { finishLesson } from '@/server/progress/lesson-place'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; course: string; lesson: string }> }

/** "Done": keeps the lesson as completed (enrolling if she had only looked in) and goes on to what comes next. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, course, lesson } = await params
  return formPage(request, locale, `/courses/${course}/lessons/${lesson}`, async () => {
    const permit = await requirePermission('course:enrol', { courseId: course })
    const now = new Date()
    const reader = await learnerCourse(course, now)
    const place = reader.release.course.lessons.findIndex((item) => item.file.id === lesson)
    if (place < 0) throw new AppError('not-found', 'lesson')
    const learner = reader.learner ?? (await enrol(permit))
    const target = { courseId: course, learnerId: learner.accountId }
    await finishLesson(permitFor(permit.actor, 'course:learn', target), learner, lesson, now)

    const after = reader.release.course.lessons[place + 1]
    if (after) return seeOther(`/${locale}/courses/${course}/lessons/${after.file.id}`)
    const completed = new Set([...reader.progress.completed, lesson])
    const allDone = completed.size === reader.progress.total
    return seeOther(`/${locale}/courses/${course}${allDone ? '/exam' : ''}`)
  })
}
