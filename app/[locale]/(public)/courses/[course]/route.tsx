import { page } from '@/app/http/get-page'
import { CoursePage } from '@/components/course/course-page'
import { typeset } from '@/i18n/typography'
import { listHandouts } from '@/server/course/handout/list-handouts'
import { mayBeKept } from '@/server/course/kept'
import { learnerCourse } from '@/server/course/learner-course'
import { mayTakePart } from '@/server/course/may-take-part'

export const GET = page<'course'>(async ({ locale, t, caller, params }) => {
  const now = new Date()
  const course = await learnerCourse(caller, params.course, now)
  const takesPart = await mayTakePart(caller, course)
  const handouts = await listHandouts(course.release, locale)
  const keepable = mayBeKept(course.release.course)
  const { title, summary } = course.release.course.file
  return {
    title: typeset(title[locale], locale),
    description: typeset(summary[locale], locale),
    main: (
      <CoursePage
        course={course}
        takesPart={takesPart}
        keepable={keepable}
        signedIn={(await caller.session()) !== null}
        handouts={handouts}
        locale={locale}
        t={t}
        now={now}
      />
    ),
    ...(keepable && { script: 'keep.js' as const }),
    styles: ['course.css'],
  }
})
