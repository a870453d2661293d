import { entryAnchor } from '@/domain/library/entry-path'
import type { IndicatorGroup } from '@/domain/library/indicator'
import type { LawStore } from '@/domain/library/library'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import { type Reviewable, reviewedOn } from '@/domain/signoff/reviewed'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { ReviewState } from '../ui/review-state'
import { SignAdvice } from '../ui/sign-advice'
import { SourceMarks } from './source-key'

type Props = {
  group: IndicatorGroup
  /** The mark of each source on the page. */
  marks: ReadonlyMap<string, string>
  review: Reviewable
  store: LawStore
  locale: Locale
  t: Translator
}

/** The indicators of one form of exploitation, one per line, with source marks. In print, each has a box to tick. */
export function IndicatorSection({ group, marks, review, store, locale, t }: Props) {
  const { id, title, lead, indicators, lawDate } = group
  const written = { lawDate, signedOn: reviewedOn(review, 'legal', locale) }
  return (
    <section className="card stack-s indicators" aria-labelledby={id}>
      <div className="row heading">
        <h2 id={id}>{typeset(title[locale], locale)}</h2>
        <span className="xs muted">{t('library.indicators.count', { count: indicators.length })}</span>
      </div>
      <p className="prose sm">
        <Inline source={lead[locale]} locale={locale} />
      </p>
      <p className="row xs muted">
        <span>{t('course.lawAsOf', { date: formatDate(new Date(lawDate), locale) })}</span>
        <ReviewState parts={[review]} locale={locale} t={t} />
      </p>
      <ul className="plain signs">
        {indicators.map(({ id: sign, text, ask, record, concerns, cites }) => (
          <li key={sign} id={entryAnchor.indicator(id, sign)}>
            <Inline source={text[locale]} locale={locale} />
            <SourceMarks cites={cites} marks={marks} t={t} />
            {concerns !== 'anyone' && <span className="chip src">{t(`library.indicators.who.${concerns}`)}</span>}
            <LawChanged changes={outdatedCitations(cites, store, written, locale)} locale={locale} t={t} />
            <SignAdvice ask={ask} record={record} locale={locale} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}
