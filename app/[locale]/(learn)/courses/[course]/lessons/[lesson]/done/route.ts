import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import type { Caller } from '@/server/auth/caller'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { enrol } from '@/server/course/enrol'
import { type LearnerCourse, readableCourse } from '@/server/course/learner-course'
import { finishLesson } from '@/server/progress/lesson-place'

/**
 * The "Done" button: marks the lesson as completed, enrols the reader if she is not enrolled yet, and redirects to the
 * next step.
 */
export const POST = form({
  back: ({ params }) => `/courses/${params.course}/lessons/${params.lesson}`,
  permit: async ({ caller, params }: Context<'course' | 'lesson'>) => {
    const course = await readableCourse(caller, params.course, new Date())
    const place = course.release.course.lessons.findIndex(({ file }) => file.id === params.lesson)
    if (place < 0) throw new AppError('not-found', 'lesson')
    return { course, place, toEnrol: await permitToEnrol(caller, course) }
  },
  act: async ({ course, toEnrol }, _, { caller, params }) => {
    const learner = course.learner ?? (toEnrol && (await enrol(toEnrol)))
    if (!learner) return
    const target = { courseId: params.course, learnerId: learner.accountId }
    await finishLesson(permitFor(await caller.actor(), 'course:learn', target), learner, params.lesson, new Date())
  },
  done: (_, { locale, params }, { course, place }) => href(locale, `/courses/${params.course}${next(course, place)}`),
})

/**
 * Null for an enrolled learner, who needs no permit, and for a reader of a public course without an account, for whom
 * nothing is stored.
 */
async function permitToEnrol(caller: Caller, { learner, release: { courseId, course } }: LearnerCourse) {
  const { access } = course.file
  return learner || access === 'public' ? null : requirePermission(caller, 'course:enrol', { courseId, access })
}

/** The next lesson, or the exam once all lessons are done. */
function next({ release, progress }: LearnerCourse, place: number): string {
  const { lessons, exam } = release.course
  const after = lessons[place + 1]
  if (after) return `/lessons/${after.file.id}`
  const completed = new Set(progress.completed).add(lessons[place]?.file.id ?? '')
  return completed.size === progress.total && exam ? '/exam' : ''
}
