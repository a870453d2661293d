import { page } from '@/app/http/get-page'
import { LessonPage } from '@/components/course/lesson-page'
import { typeset } from '@/i18n/typography'
import { readableCourse } from '@/server/course/learner-course'
import { lessonHtml } from './lesson-html'
import { openLesson } from './open-lesson'

export const GET = page<'course' | 'lesson'>(async (context) => {
  const { locale, t, caller, params } = context
  const course = await readableCourse(caller, params.course, new Date())
  const opened = await openLesson(caller, course, params.lesson)
  const body = await lessonHtml(context, course, opened.lesson)
  const { title, summary } = opened.lesson.file
  return {
    title: typeset(title[locale], locale),
    description: typeset(summary[locale], locale),
    main: <LessonPage course={course} {...opened} body={body} locale={locale} t={t} />,
    script: 'lesson.js',
    styles: ['drawing.css', 'media.css', 'reader.css'],
  }
})
