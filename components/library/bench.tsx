import type { Checklist } from '@/domain/library/checklist'
import type { LawStore } from '@/domain/library/library'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import { type Reviewable, reviewedOn } from '@/domain/signoff/reviewed'
import { formatDate, type Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { ReviewState } from '../ui/review-state'
import { CitationLinks } from './citation-links'

type Props = { checklist: Checklist; review: Reviewable; store: LawStore; locale: Locale; t: Translator }

/** What to check before the provision is applied. The boxes can be ticked on paper. */
export function BenchChecklist({ checklist, review, store, locale, t }: Props) {
  const cites = checklist.items.flatMap((item) => item.cites)
  const signedOn = reviewedOn(review, 'legal', locale)
  const changes = outdatedCitations(cites, store, { lawDate: checklist.lawDate, signedOn }, locale)
  return (
    <section className="stack-s" aria-labelledby="checklist">
      <div className="row">
        <h2 id="checklist">{t('library.bench.title')}</h2>
        <ReviewState parts={[review]} locale={locale} t={t} />
      </div>
      <p className="sm muted">
        {t('library.bench.lead')} {t('course.lawAsOf', { date: formatDate(new Date(checklist.lawDate), locale) })}.
      </p>
      <LawChanged changes={changes} locale={locale} t={t} />
      <ol className="checklist plain">
        {checklist.items.map((item) => (
          <li key={item.text.fr}>
            <p>
              <Inline source={item.text[locale]} locale={locale} />
            </p>
            <CitationLinks cites={item.cites} store={store} locale={locale} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Shown if the provision has no checklist. */
export function NoChecklist({ t }: { t: Translator }) {
  return (
    <section className="stack-s" aria-labelledby="checklist">
      <h2 id="checklist">{t('library.bench.title')}</h2>
      <p className="muted">{t('library.bench.none')}</p>
    </section>
  )
}
