import { CourseCard } from '@/components/course/course-card'
import { href } from '@/components/shell/paths'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { LoadedRelease } from '@/server/content/releases'
import { courseFacts } from './course-facts'

type Props = { releases: readonly LoadedRelease[]; locale: Locale; t: Translator; folded?: boolean }

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
