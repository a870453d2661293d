import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { CourseCard } from './course-card'
import { courseFacts } from './course-facts'
import type { Release } from './course-reading'

type Props = { releases: readonly Release[]; locale: Locale; t: Translator; folded?: boolean }

export function CourseList({ releases, locale, t, folded = false }: Props) {
  return (
    <div className="grid courses">
      {releases.map((release) => {
        const facts = courseFacts(release, locale, t)
        return (
          <CourseCard
            key={release.id}
            href={href(locale, `/courses/${release.courseId}`)}
            title={facts.title}
            summary={facts.summary}
            facts={[facts.length, facts.languages, facts.lawAsOf, facts.exam?.condition, facts.access].filter(
              (fact) => fact != null,
            )}
            objectives={facts.objectives}
            objectivesLabel={t('course.objectives')}
            open={t('course.open')}
            folded={folded}
          />
        )
      })}
    </div>
  )
}
