import { type Reviewable, reviewedOn } from '@/domain/course/reviewed'
import { entryAnchor } from '@/domain/library/entry-path'
import type { IndicatorGroup } from '@/domain/library/indicator'
import { lawChanges } from '@/domain/library/law-change'
import type { LawStore } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { ReviewState } from '../ui/review-state'
import { CitationLinks } from './citation-links'

type Props = { group: IndicatorGroup; review: Reviewable; store: LawStore; locale: Locale; t: Translator }

/** The indicators of one form of exploitation, each with its source. In print, each has a box to tick. */
export function IndicatorSection({ group, review, store, locale, t }: Props) {
  const { id, title, lead, indicators, lawDate } = group
  const written = { lawDate, signedOn: reviewedOn(review, 'legal', locale) }
  return (
    <section className="stack-s indicators" aria-labelledby={id}>
      <h2 id={id}>{typeset(title[locale], locale)}</h2>
      <p className="prose">
        <Inline source={lead[locale]} locale={locale} />
      </p>
      <p className="row sm muted">
        <span>{t('library.indicators.count', { count: indicators.length })}</span>
        <span>{t('course.lawAsOf', { date: formatDate(new Date(lawDate), locale) })}</span>
        <ReviewState parts={[review]} locale={locale} t={t} />
      </p>
      <ul className="plain signs">
        {indicators.map(({ id: sign, text, concerns, cites }) => (
          <li key={sign} id={entryAnchor.indicator(id, sign)}>
            <p>
              <Inline source={text[locale]} locale={locale} />{' '}
              {concerns !== 'anyone' && <span className="chip src">{t(`library.indicators.who.${concerns}`)}</span>}
            </p>
            <CitationLinks cites={cites} store={store} locale={locale} />
            <LawChanged changes={lawChanges(cites, store, written, locale)} locale={locale} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}
