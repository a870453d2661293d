import { reviewedParts } from '@/domain/course/reviewed-parts'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { ReviewState } from '../ui/review-state'
import { CohortDays } from './cohort-days'
import { cohortOf } from './cohort-of'
import { courseAction } from './course-action'
import type { courseFacts } from './course-facts'
import type { CourseNumber } from './course-number'
import type { CourseReading } from './course-reading'
import { Cover } from './cover'
import { PrimaryAction } from './primary-action'
import { ProgressLine } from './progress-line'

type Props = {
  course: CourseReading
  place: CourseNumber
  takesPart: boolean
  facts: ReturnType<typeof courseFacts>
  locale: Locale
  t: Translator
  now: Date
}

/**
 * Number, title, button and time come first, so that the button is on the first screen of a phone. A phone shows no
 * cover.
 */
export function CourseHead(props: Props) {
  const { course, place, takesPart, facts, locale, t, now } = props
  const { courseId, course: released } = course.release
  const mine = cohortOf(course, locale, t, now)
  return (
    <div className="course-top">
      <div className="wrap course-parts">
        <div className="stack">
          <div>
            <p className="kicker">
              <a href={href(locale, '/courses')}>{t(`course.kind.${released.file.access}`, place)}</a>
            </p>
            <h1>{facts.title}</h1>
          </div>
          <PrimaryAction action={courseAction(course, locale, t, takesPart)} />
          <Time {...props} />
          {!course.learner && <p className="lead prose">{facts.summary}</p>}
          <p className="row sm muted">
            <span>{facts.lawAsOf}</span>
            <ReviewState parts={reviewedParts(released)} locale={locale} t={t} />
          </p>
        </div>
        <div className="stack">
          <Cover course={courseId} place="top" scale={1.25} />
          {mine && <CohortDays {...mine} locale={locale} t={t} />}
        </div>
      </div>
    </div>
  )
}

/** How far she is and how long the rest takes; for other readers, how long the course is. */
function Time({ course, takesPart, facts, locale, t }: Props) {
  if (!course.learner) return <p className="sm muted">{facts.length}</p>
  return (
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
  )
}
