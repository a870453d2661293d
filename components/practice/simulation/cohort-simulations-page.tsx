import type { Locale, Localized } from '@/domain/locale'
import { formatDate, formatDateTime, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'

type Props = {
  cohort: { id: string; name: string }
  runs: readonly { id: string; title: Localized; openedAt: Date; debriefAt: Date | null; steps: number }[]
  /** The files with two or more seats. */
  files: readonly { id: string; title: Localized }[]
  locale: Locale
  t: Translator
}

/** The shared runs of a cohort, for its tutors, and the form that opens another file. */
export function CohortSimulationsPage({ cohort, runs, files, locale, t }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack-s">
        <p className="sm">
          <a href={path}>
            <Name>{cohort.name}</Name>
          </a>
        </p>
        <h1>{t('casework.simulation.group.title')}</h1>
        <p>{t('casework.simulation.group.lead')}</p>
        <p className="muted">{t('casework.simulation.group.told')}</p>
      </div>
      {runs.length === 0 && <p className="muted">{t('casework.simulation.group.none')}</p>}
      <ul className="plain stack">
        {runs.map(({ id, title, openedAt, debriefAt, steps }) => (
          <li key={id} className="card stack-s">
            <h2 className="h3">
              <a href={href(locale, `/practice/seats/${id}`)}>{typeset(title[locale], locale)}</a>
            </h2>
            <p className="sm muted">
              {t('casework.simulation.group.opened', { date: formatDate(openedAt, locale) })} ·{' '}
              {debriefAt
                ? t('casework.simulation.group.debriefAt', { time: formatDateTime(debriefAt, locale) })
                : t('casework.simulation.group.progress', { number: steps })}
            </p>
          </li>
        ))}
      </ul>
      {files.length === 0 ? (
        <p className="muted">{t('casework.simulation.group.nothing')}</p>
      ) : (
        <form method="post" action={`${path}/simulations`} className="card stack-s">
          <div className="field">
            <label htmlFor="case">{t('casework.simulation.group.file')}</label>
            <select id="case" name="case">
              {files.map(({ id, title }) => (
                <option key={id} value={id}>
                  {typeset(title[locale], locale)}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button type="submit" className="btn primary">
              {t('casework.simulation.group.open')}
            </button>
          </p>
        </form>
      )}
    </main>
  )
}
