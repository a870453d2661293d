import { ChevronRight } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'
import type { Release } from './course-reading'

type Props = { releases: readonly Release[]; locale: Locale; t: Translator }

/** The courses for judges, in their order, and links to those for others. */
export function CourseRows({ releases, locale, t }: Props) {
  const open = releases.filter(({ course }) => course.file.access === 'open')
  const others = releases.filter(({ course }) => course.file.access !== 'open')
  const link = ({ courseId, course }: Release, className?: string) => (
    <a href={href(locale, `/courses/${courseId}`)} className={className}>
      {typeset(course.file.title[locale], locale)}
    </a>
  )
  return (
    <>
      <ol className="plain rows">
        {open.map((release, place) => (
          <li key={release.courseId}>
            <span className="n" aria-hidden="true">
              {place + 1}
            </span>
            <div>
              <h3>{link(release)}</h3>
              <p className="sm muted">{typeset(release.course.file.summary[locale], locale)}</p>
            </div>
            <Icon node={ChevronRight} mirrored />
          </li>
        ))}
      </ol>
      <ul className="plain">
        {others.map((release) => (
          <li key={release.courseId}>
            {link(release, 'tap')}{' '}
            <span className="sm muted">{t(`home.audience.${release.course.file.access as 'closed' | 'public'}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
