import type { ReactNode } from 'react'
import { lessonPath } from '@/domain/course/lesson-path'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { AboutCourse } from './about-course'
import { CertificateConditions } from './certificate-conditions'
import { courseFacts } from './course-facts'
import { CourseHead } from './course-head'
import type { CourseNumber } from './course-number'
import { CourseOutline } from './course-outline'
import type { CourseReading } from './course-reading'
import { CourseSearch } from './course-search'
import { type Handout, Handouts } from './handouts'
import { KeepSection } from './kept/keep-section'

type Props = {
  course: CourseReading
  place: CourseNumber
  /** False for a reader who must ask for access, or for access again. */
  takesPart: boolean
  /** Whether a device may keep it. */
  keepable: boolean
  signedIn: boolean
  /** The recent announcements of the cohort in which she takes it. */
  announcements: ReactNode
  /** The invented file to practise with. */
  practice: ReactNode
  /** The handouts of the course. */
  handouts: readonly Handout[]
  locale: Locale
  t: Translator
  now: Date
}
type Part = Props & { facts: ReturnType<typeof courseFacts> }

/** What a course is, where this reader is in it, and the one step that comes next. */
export function CoursePage(props: Props) {
  const { course, place, takesPart, locale, t, now } = props
  const part = { ...props, facts: courseFacts(course.release, locale, t) }
  const { courseId } = course.release
  return (
    <main id="main">
      <CourseHead {...{ course, place, takesPart, facts: part.facts, locale, t, now }} />
      <div className="wrap page course-parts">
        <div className="stack-l">
          {props.announcements}
          <Outline {...part} />
        </div>
        <div className="stack-l">
          {props.practice}
          <Conditions {...part} />
          <Handouts courseId={courseId} handouts={props.handouts} locale={locale} t={t} />
          {props.keepable && <KeepSection courseId={courseId} signedIn={props.signedIn} locale={locale} t={t} />}
          <AboutCourse release={course.release} facts={part.facts} locale={locale} t={t} />
        </div>
      </div>
    </main>
  )
}

function Outline({ course: { release, learner, progress, availability }, takesPart, facts, locale, t }: Part) {
  const { file, lessons } = release.course
  const closed = file.access === 'closed' && !(learner && takesPart)
  const path = href(locale, `/courses/${release.courseId}`)
  return (
    <CourseOutline
      title={t('course.outline')}
      locale={locale}
      texts={{ done: t('lesson.completed'), current: t('course.current') }}
      search={!closed && <CourseSearch path={path} t={t} />}
      current={learner && takesPart ? stepIn(progress, availability) : null}
      lessons={lessons.map((lesson) => ({
        id: lesson.file.id,
        href: closed ? null : href(locale, lessonPath(release.courseId, lesson.file.id)),
        title: typeset(lesson.file.title[locale], locale),
        abilities: lesson.file.objectives.map((objective) => objective[locale]),
        minutes: t('plural.minutes', { count: lesson.file.minutes }),
        done: progress.completed.has(lesson.file.id),
      }))}
      exam={
        facts.exam && {
          // Only a learner who takes part may open the exam; a learner who has sat it may see her result.
          href: learner && (takesPart || learner.attempts.length > 0) ? `${path}/exam` : null,
          title: t('course.finalExam'),
          abilities: [],
          minutes: facts.exam.questions,
          done: availability.status === 'passed',
        }
      }
    />
  )
}

/** The lesson to go on with, or the exam if it can be taken now. */
function stepIn({ nextLesson }: CourseReading['progress'], { status }: CourseReading['availability']): string | null {
  return nextLesson ?? (status === 'open' || status === 'under-way' ? 'exam' : null)
}

/** The conditions for the certificate; nothing for a course without an exam. */
function Conditions({ course: { progress, availability }, facts: { exam }, t }: Part) {
  if (!exam) return null
  return (
    <CertificateConditions
      title={t('course.certificateTakes')}
      rule={`${exam.attempts}. ${t('course.ownRule')}`}
      texts={{ done: t('course.done'), notDone: t('course.notDone') }}
      items={[
        {
          text: t('course.conditionLessons', { done: progress.done, total: progress.total }),
          done: progress.lessonsDone,
        },
        { text: exam.condition, done: availability.status === 'passed' },
      ]}
    />
  )
}
