import { CohortDays } from '@/components/course/cohort-days'
import { PrimaryAction } from '@/components/course/primary-action'
import { AttemptList } from '@/components/exam/attempt-list'
import { href } from '@/components/shell/paths'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { LoadedRelease } from '@/server/content/releases'
import type { MyCourse as Course } from '@/server/course/my-learning'
import { cohortOf } from '../../cohort-of'
import { courseAction } from '../../course-action'

type Props = {
  course: Course
  /** It is the one that the page leads on with: its button is there already. */
  resumed: boolean
  /** What comes after the certificate; null when she has begun all there is. */
  nextCourse: LoadedRelease | null
  locale: Locale
  t: Translator
  now: Date
}

/** How far she is in one of her courses. Its deadlines stand in the list of all of them. */
export function MyCourse({ course, resumed, nextCourse, locale, t, now }: Props) {
  const { release, learner, progress } = course
  const path = href(locale, `/courses/${release.courseId}`)
  const mine = cohortOf(course, locale, t, now)
  const line = t('course.progress', { done: progress.done, total: progress.total })
  return (
    <article className="card stack">
      <h3>
        <a href={path}>{typeset(release.course.file.title[locale], locale)}</a>
      </h3>
      <p className="row between sm">
        <span>{line}</span>
        {course.minutesLeft > 0 && (
          <span className="muted">
            {t('course.minutesLeft', { minutes: formatDuration(course.minutesLeft, locale) })}
          </span>
        )}
      </p>
      <ProgressBar label={line} value={progress.done} max={progress.total} />
      {mine && <CohortDays {...mine} due={[]} locale={locale} t={t} />}
      {!resumed && <PrimaryAction action={courseAction(course, locale, t, course.mayTakePart)} />}
      {learner.certificate && nextCourse && (
        <p>
          {t.rich('learning.afterCertificate', {
            course: () => (
              <a key="course" href={href(locale, `/courses/${nextCourse.courseId}`)}>
                {typeset(nextCourse.course.file.title[locale], locale)}
              </a>
            ),
          })}
        </p>
      )}
      {learner.attempts.length > 0 && (
        <div className="stack-s">
          <h4>{t('learning.attempts')}</h4>
          <AttemptList attempts={learner.attempts} locale={locale} t={t} resultPath={`${path}/exam/result`} />
        </div>
      )}
    </article>
  )
}
