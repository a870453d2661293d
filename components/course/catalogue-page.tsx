import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { CourseList, type Enrolled } from './course-list'
import type { Release } from './course-reading'

type Props = { releases: readonly Release[]; mine: readonly Enrolled[]; locale: Locale; t: Translator }

export function CataloguePage({ releases, mine, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack">
        <h1>{t('course.list')}</h1>
        <p className="lead">{t('course.listLead')}</p>
      </div>
      <CourseList releases={releases} mine={mine} heading="h2" locale={locale} t={t} />
    </main>
  )
}
