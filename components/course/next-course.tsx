import { courseMinutes } from '@/domain/course/duration'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import type { Release } from './course-reading'

type Props = { release: Release; locale: Locale; t: Translator }

/** The course that is suggested to a learner who holds a certificate. */
export function NextCourse({ release, locale, t }: Props) {
  const { file, lessons } = release.course
  return (
    <article className="card stack-s">
      <p className="kicker">{t('learning.nextCourse')}</p>
      <h3>
        <a href={href(locale, `/courses/${release.courseId}`)}>{typeset(file.title[locale], locale)}</a>
      </h3>
      <p className="sm">{typeset(file.summary[locale], locale)}</p>
      <ul className="facts sm muted">
        <li>{t('plural.lessons', { count: lessons.length })}</li>
        <li>{formatDuration(courseMinutes(release.course), locale)}</li>
      </ul>
    </article>
  )
}
