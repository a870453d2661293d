import { page } from '@/app/http/get-page'
import { CorrectedHere } from '@/components/course/corrections-page'
import { LessonPage } from '@/components/course/lesson-page'
import { DeskLinks } from '@/components/library/desk-links'
import { PracticeLinks } from '@/components/practice/practice-links'
import { plainText } from '@/domain/text/markup'
import { typeset } from '@/i18n/typography'
import { assetPath } from '@/server/assets'
import { library } from '@/server/content/library'
import { unnotedOf } from '@/server/course/corrections'
import { readableLesson } from '@/server/course/learner-course'
import { practiceOfLesson } from '@/server/course/named-practice'
import { askableCohort } from '@/server/thread/ask'
import { awayFromLesson } from './away-from-lesson'
import { answersOf, completionOf } from './completion'
import { lessonHtml } from './lesson-html'
import { withNotes } from './lesson-notes'
import { openLesson } from './open-lesson'

export const GET = page<'course' | 'lesson'>(async (context) => {
  const { locale, t, caller, params } = context
  const now = new Date()
  const { course, work } = await readableLesson(caller, { courseId: params.course, lessonId: params.lesson }, now)
  const answers = await answersOf(caller, course, work.answers)
  const away = await awayFromLesson(context, course, answers)
  if (away) return away
  const opened = await openLesson(caller, course, params.lesson)
  const body = await withNotes(
    lessonHtml(context, course, opened.lesson, answers),
    context,
    course,
    params.lesson,
    work.notes,
  )
  const completion = await completionOf(context, course, opened.lesson, answers)
  const files = await practiceOfLesson(course.release, opened.lesson, { locale, now })
  const { title, summary } = opened.lesson.file
  return {
    title: typeset(title[locale], locale),
    description: typeset(plainText(summary[locale]), locale),
    main: (
      <LessonPage
        course={course}
        {...opened}
        body={body}
        completion={completion}
        corrected={
          <CorrectedHere
            course={course.release.course}
            announced={unnotedOf(work.corrections)}
            lesson={params.lesson}
            locale={locale}
            t={t}
          />
        }
        practice={
          <>
            <PracticeLinks title={t('casework.ofLesson')} items={files} locale={locale} t={t} />
            <DeskLinks
              store={library()}
              lesson={{ course: params.course, lesson: params.lesson }}
              locale={locale}
              t={t}
            />
          </>
        }
        askable={askableCohort(course, now) !== null}
        signedIn={(await caller.session()) !== null}
        listener={assetPath('listen.js')}
        today={now}
        locale={locale}
        t={t}
      />
    ),
    script: 'lesson.js',
    kinds: opened.lesson.practice.map(({ kind }) => kind),
    styles: ['reader.css'],
  }
})
