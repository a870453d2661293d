import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href, newSeminarPath } from '../shell/paths'
import { Name } from '../ui/name'
import { SeminarCard, type SeminarInList } from './seminar-card'

type Props = {
  cohort: { id: string; institutionId: string; name: string }
  seminars: readonly SeminarInList[]
  mayCreate: boolean
  locale: Locale
  t: Translator
  now: Date
}

/** The seminars in the programme of a cohort, for its staff: drafts too. */
export function CohortSeminarsPage({ cohort, seminars, mayCreate, locale, t, now }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack">
        <p className="sm">
          <a href={href(locale, `/cohorts/${cohort.id}`)}>
            <Name>{cohort.name}</Name>
          </a>
        </p>
        <h1>{t('seminar.title')}</h1>
        <p className="prose">{t('seminar.ofCohortLead')}</p>
        {mayCreate && (
          <p>
            <a className="btn primary" href={href(locale, newSeminarPath(cohort))}>
              {t('seminar.new')}
            </a>
          </p>
        )}
      </div>
      {seminars.length === 0 && <p className="card">{t('seminar.noneOfCohort')}</p>}
      {seminars.length > 0 && (
        <ul className="plain stack seminars">
          {seminars.map((seminar) => (
            <SeminarCard key={seminar.id} seminar={seminar} heading="h2" locale={locale} t={t} now={now} />
          ))}
        </ul>
      )}
    </main>
  )
}
