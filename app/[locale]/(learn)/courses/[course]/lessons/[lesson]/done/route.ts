import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { enrol } from '@/server/course/enrol'
import { readableCourse } from '@/server/course/learner-course'
import { finishLesson } from '@/server/progress/lesson-place'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; course: string; lesson: string }> }

/** "Done": keeps the lesson as completed (enrolling if she had only looked in) and goes on to what comes next. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, course, lesson } = await params
  return formPage(request, locale, `/courses/${course}/lessons/${lesson}`, async () => {
    const now = new Date()
    const reader = await readableCourse(course, now)
    const { lessons, file, exam } = reader.release.course
    const place = lessons.findIndex((item) => item.file.id === lesson)
    if (place < 0) throw new AppError('not-found', 'lesson')
    // Who reads a public course without an account goes on, and nothing is kept.
    if (reader.learner || file.access !== 'public') {
      const target = { courseId: course, access: file.access }
      const learner = reader.learner ?? (await enrol(await requirePermission('course:enrol', target)))
      const permit = await requirePermission('course:learn', { courseId: course, learnerId: learner.accountId })
      await finishLesson(permit, learner, lesson, now)
    }

    const after = lessons[place + 1]
    if (after) return seeOther(`/${locale}/courses/${course}/lessons/${after.file.id}`)
    const completed = new Set([...reader.progress.completed, lesson])
    const allDone = completed.size === reader.progress.total
    return seeOther(`/${locale}/courses/${course}${allDone && exam ? '/exam' : ''}`)
  })
}
