import type { Context } from '@/app/http/context'
import { href } from '@/components/shell/paths'
import type { PracticeTry } from '@/domain/progress/question-state'
import type { LearnerCourse } from '@/server/course/learner-course'
import { lessonView, rememberLessonView } from '@/server/course/lesson-view'
import { lessonStanding } from '@/server/progress/lesson-standing'
import { seeOther } from '@/server/respond'
import { lessonOf } from './lesson-of'
import { stepAt } from './step-at'

const ELEMENT_ID = /^[\w-]{1,100}$/

/**
 * Where a link to a lesson leads. `?at=<id>` names an element of the lesson, or `resume`: it leads to the step of it, or
 * to the whole lesson for a reader who chose that. `?view=whole` and `?view=steps` choose. Null without both: the
 * address is that of the whole lesson.
 */
export async function awayFromLesson(
  { locale, query, params }: Context<'course' | 'lesson'>,
  course: LearnerCourse,
  answers: ReadonlyMap<string, PracticeTry>,
): Promise<Response | null> {
  const view = query.get('view')
  if (view === 'whole' || view === 'steps') await rememberLessonView(view)
  const named = query.get('at') ?? (view === 'steps' ? 'resume' : null)
  // It becomes a part of an address.
  const at = named === null || ELEMENT_ID.test(named) ? named : 'resume'
  const path = href(locale, `/courses/${params.course}/lessons/${params.lesson}`)
  if (at === null) return view === 'whole' ? seeOther(path) : null
  const lesson = lessonOf(course.release, params.lesson)
  if (view !== 'steps' && (await lessonView()) === 'whole') return seeOther(at === 'resume' ? path : `${path}#${at}`)
  return seeOther(`${path}/${stepAt(lessonStanding(course, lesson, answers, locale), at)}`)
}
