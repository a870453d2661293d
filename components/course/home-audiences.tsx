import { courseMinutes } from '@/domain/course/duration'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import type { Release } from './course-reading'
import { coverLook } from './cover-look'

type Access = Release['course']['file']['access']

/** The audiences, each with the access settings of the courses that it may take. */
const AUDIENCES: Readonly<Record<'magistrates' | 'commission' | 'public', readonly Access[]>> = {
  magistrates: ['open'],
  commission: ['open', 'closed'],
  public: ['public'],
}

type Props = { releases: readonly Release[]; locale: Locale; t: Translator }

/** The audiences of the courses, each with the colours of its courses, their number and their total length. */
export function HomeAudiences({ releases, locale, t }: Props) {
  const audiences = (Object.keys(AUDIENCES) as (keyof typeof AUDIENCES)[]).map((audience) => ({
    audience,
    courses: releases.filter(({ course }) => AUDIENCES[audience].includes(course.file.access)),
  }))
  return (
    <ul className="whom plain">
      {audiences
        .filter(({ courses }) => courses.length > 0)
        .map(({ audience, courses }) => (
          <li key={audience}>
            <h3>{t(`home.audience.${audience}.title`)}</h3>
            <span className="swatches" aria-hidden="true">
              {courses.map(({ courseId }) => (
                <i key={courseId} className={`of-${coverLook(courseId).colours}`} />
              ))}
            </span>
            <p className="muted">{t(`home.audience.${audience}.text`)}</p>
            <p className="num">
              <strong>
                {t('plural.courses', { count: courses.length })} · {formatDuration(minutesOf(courses), locale)}
              </strong>
            </p>
          </li>
        ))}
    </ul>
  )
}

function minutesOf(courses: readonly Release[]): number {
  return courses.reduce((sum, { course }) => sum + courseMinutes(course), 0)
}
