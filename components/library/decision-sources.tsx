import type { Decision } from '@/domain/library/decision'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { howKnown } from './how-known'

type Props = { decision: Decision; locale: Locale; t: Translator }

/** The sources of the account. A press page may name people, so it is described but not linked. */
export function DecisionSources({ decision, locale, t }: Props) {
  return (
    <section className="stack-s" aria-labelledby="sources">
      <h2 id="sources">{t('library.cases.sources')}</h2>
      <ul className="sm">
        {decision.sources.map(({ label, url }) => (
          <li key={label.fr}>
            {url ? (
              <a href={url} rel="noreferrer">
                <Inline source={label[locale]} locale={locale} />
              </a>
            ) : (
              <Inline source={label[locale]} locale={locale} />
            )}
          </li>
        ))}
      </ul>
      <p className="sm muted">
        {howKnown(decision, t)}. {t('course.lawAsOf', { date: formatDate(new Date(decision.lawDate), locale) })}.
      </p>
      {decision.origin === 'morocco' && <p className="sm muted">{t('library.cases.anonymous')}</p>}
    </section>
  )
}
