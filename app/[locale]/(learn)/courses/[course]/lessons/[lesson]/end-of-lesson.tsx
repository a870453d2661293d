import type { Context } from '@/app/http/context'
import { afterLesson } from '@/components/course/after-lesson'
import { LessonEnd } from '@/components/course/lesson-end'
import { DeskLinks } from '@/components/library/desk-links'
import { PracticeLinks } from '@/components/practice/practice-links'
import { href, reportHref } from '@/components/shell/paths'
import type { PracticeTry } from '@/domain/progress/question-state'
import { library } from '@/server/content/library'
import type { LearnerCourse } from '@/server/course/learner-course'
import { practiceOfLesson } from '@/server/course/named-practice'
import { askableCohort } from '@/server/thread/ask'
import { completionOf } from './completion'
import type { openLesson } from './open-lesson'

type Opened = Awaited<ReturnType<typeof openLesson>>

/** What follows the last step of a lesson: its files, its conditions, and the way to the next lesson. */
export async function endOfLesson(
  context: Context<'course' | 'lesson' | 'step'>,
  course: LearnerCourse,
  { lesson, place }: Opened,
  answers: ReadonlyMap<string, PracticeTry>,
  now: Date,
) {
  const { locale, t, params } = context
  const page = `/courses/${params.course}/lessons/${params.lesson}`
  const files = await practiceOfLesson(course.release, lesson, { locale, now })
  return (
    <>
      <PracticeLinks title={t('casework.ofLesson')} items={files} locale={locale} t={t} />
      <DeskLinks store={library()} lesson={{ course: params.course, lesson: params.lesson }} locale={locale} t={t} />
      <LessonEnd
        path={href(locale, page)}
        step={params.step}
        completion={await completionOf(context as Context, course, lesson, answers)}
        previous={null}
        next={afterLesson({ course, place, locale, t })}
        ask={askableCohort(course, now) === null ? null : `${href(locale, page)}/ask`}
        report={reportHref(locale, page)}
        t={t}
      />
    </>
  )
}
