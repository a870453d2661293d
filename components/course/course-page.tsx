import type { ReactNode } from 'react'
import { lessonPath } from '@/domain/course/lesson-path'
import { reviewedParts } from '@/domain/course/reviewed-parts'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { ReviewState } from '../ui/review-state'
import { Text } from '../ui/text'
import { CertificateConditions } from './certificate-conditions'
import { CohortDays } from './cohort-days'
import { cohortOf } from './cohort-of'
import { courseAction } from './course-action'
import { courseFacts } from './course-facts'
import { CourseOutline } from './course-outline'
import type { CourseReading } from './course-reading'
import { CourseSearch } from './course-search'
import { Cover } from './cover'
import { type Handout, Handouts } from './handouts'
import { KeepSection } from './kept/keep-section'
import { PrimaryAction } from './primary-action'
import { ProgressLine } from './progress-line'

type Props = {
  course: CourseReading
  /** False for a reader who must ask for access, or for access again. */
  takesPart: boolean
  /** Whether a device may keep it. */
  keepable: boolean
  signedIn: boolean
  /** The recent announcements of the cohort in which she takes it. */
  announcements: ReactNode
  /** The invented files to practise with. */
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
  const { course, locale, t } = props
  const part = { ...props, facts: courseFacts(course.release, locale, t) }
  return (
    <main id="main">
      <Head {...part} />
      <div className="wrap page grid two">
        <div className="stack-l">
          {props.announcements}
          <Outline {...part} />
          {props.practice}
          {props.keepable && (
            <KeepSection courseId={course.release.courseId} signedIn={props.signedIn} locale={locale} t={t} />
          )}
          <Handouts courseId={course.release.courseId} handouts={props.handouts} locale={locale} t={t} />
          <About {...part} />
        </div>
        <div className="stack-l">
          <Conditions {...part} />
          <section className="stack" aria-labelledby="objectives">
            <h2 id="objectives">{t('course.objectives')}</h2>
            <ul className="sm stack-s">
              {part.facts.objectives.map((objective) => (
                <li key={objective}>
                  <Text>{objective}</Text>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </main>
  )
}

function Head({ course, takesPart, facts, locale, t, now }: Part) {
  const mine = cohortOf(course, locale, t, now)
  return (
    <div className="course-top">
      <Cover course={course.release.courseId} place="top" scale={1.25} />
      <div className="wrap grid two">
        <div className="stack">
          <p className="sm">
            <a href={href(locale, '/courses')}>{t('nav.courses')}</a>
          </p>
          <h1>{facts.title}</h1>
          <p className="lead prose">{facts.summary}</p>
          <ul className="facts sm muted">
            <li>{facts.length}</li>
            <li>{facts.languages}</li>
            <li>{facts.lawAsOf}</li>
            {facts.access && <li>{facts.access}</li>}
            <li>{t('course.release', { n: course.release.number })}</li>
          </ul>
          <PrimaryAction action={courseAction(course, locale, t, takesPart)} />
          {course.learner && (
            <div className="narrow stack-s">
              <ProgressLine course={course} locale={locale} t={t} />
              {takesPart && (
                <p className="sm">
                  <a href={`${href(locale, '/learning/reminders')}?course=${course.release.courseId}#set`}>
                    {t('reminders.ofCourse')}
                  </a>
                </p>
              )}
            </div>
          )}
        </div>
        {mine && <CohortDays {...mine} locale={locale} t={t} />}
      </div>
    </div>
  )
}

function Outline({ course: { release, learner, progress, availability }, takesPart, facts, locale, t }: Part) {
  const { file, lessons } = release.course
  const closed = file.access === 'closed' && !(learner && takesPart)
  const path = href(locale, `/courses/${release.courseId}`)
  return (
    <CourseOutline
      title={t('course.outline')}
      texts={{ done: t('lesson.completed'), current: t('course.current') }}
      search={!closed && <CourseSearch path={path} t={t} />}
      current={learner && takesPart ? stepIn(progress, availability) : null}
      lessons={lessons.map((lesson) => ({
        id: lesson.file.id,
        href: closed ? null : href(locale, lessonPath(release.courseId, lesson.file.id)),
        title: typeset(lesson.file.title[locale], locale),
        minutes: t('plural.minutes', { count: lesson.file.minutes }),
        done: progress.completed.has(lesson.file.id),
      }))}
      exam={
        facts.exam && {
          // Only a learner who takes part may open the exam; a learner who has sat it may see her result.
          href: learner && (takesPart || learner.attempts.length > 0) ? `${path}/exam` : null,
          title: t('course.finalExam'),
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

function About({ course: { release }, locale, t }: Part) {
  const { file } = release.course
  return (
    <section className="stack prose" aria-labelledby="audience">
      <h2 id="audience">{t('course.audience')}</h2>
      <p>
        <Inline source={file.audience[locale]} locale={locale} />
      </p>
      <h2>{t('course.sources')}</h2>
      <p className="sm">
        <Text locale={locale}>{typeset(file.credits[locale], locale)}</Text>
      </p>
      <p>
        <ReviewState parts={reviewedParts(release.course)} locale={locale} t={t} />
      </p>
    </section>
  )
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
