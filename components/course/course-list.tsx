import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { CourseCard } from './course-card'
import { courseFacts } from './course-facts'
import { courseNumber } from './course-number'
import type { CourseReading, Learner, Release } from './course-reading'

/** A course in which the reader is enrolled, and how far she is. */
export type Enrolled = Pick<CourseReading<Learner>, 'release' | 'learner' | 'progress'>

type Props = {
  releases: readonly Release[]
  /** The reader's own courses; none for a reader who is signed out. */
  mine: readonly Enrolled[]
  heading?: 'h2' | 'h3'
  locale: Locale
  t: Translator
}

/** All courses, in the order of the catalogue. */
export function CourseList({ releases, mine, heading = 'h3', locale, t }: Props) {
  return (
    <ul className="courses plain">
      {releases.map((release) => {
        const { title, summary, lessons, duration, ending } = courseFacts(release, locale, t)
        const own = mine.find((course) => course.release.courseId === release.courseId)
        return (
          <li key={release.id}>
            <CourseCard
              course={release.courseId}
              href={href(locale, `/courses/${release.courseId}`)}
              title={title}
              kicker={t(`course.kind.${release.course.file.access}`, courseNumber(releases, release.courseId))}
              state={own ? stateOf(own, t) : null}
              summary={summary}
              facts={[lessons, duration, ending]}
              heading={heading}
            />
          </li>
        )
      })}
    </ul>
  )
}

function stateOf({ learner, progress: { done, total } }: Enrolled, t: Translator): string {
  return learner.certificate ? t('course.certified') : t('course.progress', { done, total })
}
