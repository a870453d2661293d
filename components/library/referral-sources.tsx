import type { LawStore } from '@/domain/library/library'
import type { ReferralEntry } from '@/domain/library/referral'
import type { Locale } from '@/domain/locale'
import { formatDate, formatLooseDate, type Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { CitationLinks } from './citation-links'

type Props = { entries: readonly ReferralEntry[]; store: LawStore; locale: Locale; t: Translator }

/** The source of each entry, its date, and the texts that it cites. */
export function ReferralSources({ entries, store, locale, t }: Props) {
  return (
    <details className="referral-sources">
      <summary>{t('library.referral.sources')}</summary>
      <dl className="sm">
        {entries.map(({ id, name, source, url, statedOn, cites, lawDate }) => (
          <div key={id}>
            <dt>
              <Inline source={name[locale]} locale={locale} />
            </dt>
            <dd>
              <p>
                <Inline source={source[locale]} locale={locale} />.{' '}
                <span className="muted">
                  {statedOn
                    ? t('library.referral.statedOn', { date: formatLooseDate(statedOn, locale) })
                    : t('library.referral.undated')}
                  . {t('course.lawAsOf', { date: formatDate(new Date(lawDate), locale) })}.
                </span>{' '}
                {url && (
                  <a href={url} rel="noreferrer">
                    {t('library.referral.site')}
                  </a>
                )}
              </p>
              {cites.length > 0 && <CitationLinks cites={cites} store={store} locale={locale} className="facts" />}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
