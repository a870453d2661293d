import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { AttemptList } from '../ui/attempt-list'
import { CohortDays } from './cohort-days'
import { cohortOf } from './cohort-of'
import { courseAction } from './course-action'
import type { MyCourseReading } from './course-reading'
import { Cover } from './cover'
import { PrimaryAction } from './primary-action'
import { ProgressLine } from './progress-line'

type Props = {
  course: MyCourseReading
  /** The page already shows the button of this course as the next step. */
  resumed: boolean
  locale: Locale
  t: Translator
  now: Date
}

/** A learner's progress in one of her courses. The deadlines are in the list of all courses. */
export function MyCourse({ course, resumed, locale, t, now }: Props) {
  const { release, learner } = course
  const path = href(locale, `/courses/${release.courseId}`)
  const mine = cohortOf(course, locale, t, now)
  return (
    <article className="card my-course">
      <Cover course={release.courseId} place="thumb" bare />
      <div className="stack-s">
        <h3>
          <a href={path}>{typeset(release.course.file.title[locale], locale)}</a>
        </h3>
        <ProgressLine course={course} locale={locale} t={t} />
        {mine && <CohortDays {...mine} due={[]} locale={locale} t={t} />}
        {!resumed && <PrimaryAction action={courseAction(course, locale, t, course.mayTakePart)} quiet />}
        {learner.attempts.length > 0 && (
          <div className="stack-s">
            <h4>{t('learning.attempts')}</h4>
            <AttemptList attempts={learner.attempts} locale={locale} t={t} resultPath={`${path}/exam/result`} />
          </div>
        )}
      </div>
    </article>
  )
}
