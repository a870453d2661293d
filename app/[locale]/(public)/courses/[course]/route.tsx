import { page } from '@/app/http/get-page'
import { AnnouncementNotice } from '@/components/announcement/received-announcements'
import { courseNumber } from '@/components/course/course-number'
import { CoursePage } from '@/components/course/course-page'
import { CoursePractice } from '@/components/practice/course-practice'
import { typeset } from '@/i18n/typography'
import { myAnnouncements, recentOf } from '@/server/announcement/my-announcements'
import { permitToReadAccount } from '@/server/auth/permit'
import { currentReleases } from '@/server/content/releases'
import { listHandouts } from '@/server/course/handout/list-handouts'
import { mayBeKept } from '@/server/course/kept'
import { learnerCourse } from '@/server/course/learner-course'
import { mayTakePart } from '@/server/course/may-take-part'
import { casesOf, myPractice } from '@/server/practice/practice-lists'

export const GET = page<'course'>(async ({ locale, t, caller, params }) => {
  const now = new Date()
  const reading = { locale, now }
  const course = await learnerCourse(caller, params.course, now)
  const takesPart = await mayTakePart(caller, course)
  const handouts = await listHandouts(course.release, locale)
  const practises = course.learner && course.release.course.cases
  const practised = practises ? await myPractice(await permitToReadAccount(caller), reading) : []
  // Only members of a cohort have announcements, so there is no query for other readers.
  const announcements = course.learner?.cohort ? await myAnnouncements(await permitToReadAccount(caller), locale) : []
  const keepable = mayBeKept(course.release.course)
  const { title, summary } = course.release.course.file
  const signedIn = (await caller.session()) !== null
  return {
    title: typeset(title[locale], locale),
    description: typeset(summary[locale], locale),
    main: (
      <CoursePage
        course={course}
        place={courseNumber(await currentReleases(), params.course)}
        takesPart={takesPart}
        keepable={keepable}
        signedIn={signedIn}
        practice={
          <CoursePractice
            files={casesOf(course.release.course, practised, { ...reading, signedIn })}
            locale={locale}
            t={t}
          />
        }
        handouts={handouts}
        announcements={
          <AnnouncementNotice announcements={recentOf(announcements, now, params.course)} locale={locale} t={t} />
        }
        locale={locale}
        t={t}
        now={now}
      />
    ),
    ...(keepable && { script: 'keep.js' as const }),
    styles: ['course.css'],
  }
})
