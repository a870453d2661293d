import type { Context } from '@/app/http/context'
import { page } from '@/app/http/get-page'
import { CorrectedHere } from '@/components/course/corrections-page'
import { StepPage } from '@/components/course/step-page'
import { AppError } from '@/domain/errors'
import { stepAfter } from '@/domain/progress/step-order'
import { typeset } from '@/i18n/typography'
import { assetPath } from '@/server/assets'
import { unnotedOf } from '@/server/course/corrections'
import { readableLesson } from '@/server/course/learner-course'
import { lessonStanding } from '@/server/progress/lesson-standing'
import { answersOf } from '../completion'
import { endOfLesson } from '../end-of-lesson'
import { lessonHtml } from '../lesson-html'
import { withNotes } from '../lesson-notes'
import { openLesson } from '../open-lesson'

/** One step of a lesson. `?again` asks its question anew. */
export const GET = page<'course' | 'lesson' | 'step'>(async (context) => {
  const { locale, t, caller, params, query } = context
  const now = new Date()
  const { course, work } = await readableLesson(caller, { courseId: params.course, lessonId: params.lesson }, now)
  const answers = await answersOf(caller, course, work.answers)
  const found = course.release.lessons.get(params.lesson)
  if (!found) throw new AppError('not-found', `lesson ${params.lesson}`)
  const { steps, states } = lessonStanding(course, found, answers, locale)
  const here = steps.findIndex(({ id }) => id === params.step)
  const step = steps[here]
  if (!step) throw new AppError('not-found', `step ${params.step}`)
  const opened = await openLesson(caller, course, params.lesson, step)
  const again = query.has('again')
  const [asked] = step.questions
  if (again && asked && !query.has('practice')) query.set('practice', asked)
  const html = lessonHtml(context as Context, course, opened.lesson, answers, { step })
  const title = typeset(opened.lesson.file.title[locale], locale)
  const next = stepAfter(states, here, again)
  return {
    title: step.title ? `${typeset(step.title, locale)} · ${title}` : title,
    main: (
      <StepPage
        courseId={params.course}
        isPublic={course.release.course.file.access === 'public'}
        lessonId={params.lesson}
        title={title}
        lessonBefore={course.release.course.lessons[opened.place - 1]?.file.id ?? null}
        steps={steps}
        states={states}
        here={here}
        next={next}
        body={await withNotes(html, context as Context, course, params.lesson, work.notes)}
        corrected={
          here === 0 && (
            <CorrectedHere
              course={course.release.course}
              announced={unnotedOf(work.corrections)}
              lesson={params.lesson}
              locale={locale}
              t={t}
            />
          )
        }
        end={next === null ? await endOfLesson(context, course, opened, answers, now) : null}
        enrolled={course.learner !== null}
        signedIn={(await caller.session()) !== null}
        listener={assetPath('listen.js')}
        locale={locale}
        t={t}
      />
    ),
    // The address of the whole lesson is the one to find.
    index: false,
    script: 'lesson.js',
    kinds: opened.lesson.practice.filter(({ id }) => step.questions.includes(id)).map(({ kind }) => kind),
    styles: ['reader.css'],
  }
})
