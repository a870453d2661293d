import type { Excerpt } from '@/domain/library/excerpt'
import { SEARCH_KINDS, type SearchEntry, type SearchKind } from '@/domain/library/search-entry'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Chips } from '../ui/chips'
import { listAddress } from '../ui/list-address'
import { SearchBox } from '../ui/search-box'
import { LawAnswer, type QuotedLaw } from './law-answer'
import { LibraryFrame } from './library-frame'
import { OtherKinds } from './other-kinds'
import { SearchResults } from './search-results'
import { SearchSuggestions } from './search-suggestions'

type Answer = {
  total: number
  counts: Partial<Record<SearchKind, number>>
  found: readonly { entry: SearchEntry; title: Excerpt; body: Excerpt | null; language: Locale }[]
  suggestions: { terms: readonly Localized[]; articles: readonly SearchEntry[] } | null
}
type Props = {
  /** The words of the search; empty before the first search. */
  q: string
  kind: SearchKind | undefined
  answer: Answer
  /** The text of the first result, if that is a provision that answers the search. */
  law: QuotedLaw
  /** The number of characters to which a longer search was cut; null if it was not cut. */
  cutAt: number | null
  locale: Locale
  t: Translator
}

/** The results of a search in the library and in the lessons, of all kinds or of one. */
export function SearchPage(props: Props) {
  const { q, cutAt, locale, t } = props
  return (
    <LibraryFrame
      title={t('library.find.title')}
      notice={<p className="prose">{t('library.find.lead')}</p>}
      filter={
        <SearchBox
          action={href(locale, '/library/search')}
          label={t('library.search.label')}
          hint={t('library.search.hint')}
          button={t('library.search.button')}
          suggest={{ address: `/api/library/suggestions?lang=${locale}`, label: t('library.find.suggestions') }}
          value={q}
        />
      }
      contents={cutAt !== null && <p className="note warn">{t('library.find.cut', { count: cutAt })}</p>}
      locale={locale}
      t={t}
    >
      {q !== '' && <Results {...props} />}
    </LibraryFrame>
  )
}

function Results({ q, kind, answer, law, locale, t }: Props) {
  const { total, counts, found, suggestions } = answer
  const inKind = kind ? (counts[kind] ?? 0) : total
  const all = addressOf(locale, q)
  const [first, ...others] = found
  const answered = first !== undefined && law.voices.length > 0
  return (
    <section className="stack" aria-labelledby="results">
      <h2 id="results">{t('library.find.results')}</h2>
      {total > 0 && <Chips label={t('library.find.kinds')} chips={kindChips({ q, kind, answer, locale, t })} />}
      {inKind === 0 && total > 0 ? (
        <OtherKinds count={total} href={all} t={t} />
      ) : (
        <p role="status">
          <strong>{t('library.find.count', { count: inKind })}</strong>{' '}
          {inKind > found.length && (
            <span className="muted">{t('library.find.some', { shown: found.length, total: inKind })}</span>
          )}
        </p>
      )}
      {answered && <LawAnswer {...first} law={law} locale={locale} t={t} />}
      <SearchResults
        results={(answered ? others : found).map(({ entry, ...shown }) => ({ ...entry, ...shown }))}
        locale={locale}
        t={t}
      />
      {suggestions && (
        <SearchSuggestions
          query={q}
          terms={suggestions.terms.map((term) => ({
            href: addressOf(locale, term[locale]),
            label: typeset(term[locale], locale),
          }))}
          articles={suggestions.articles.map(({ path, title }) => ({
            href: href(locale, path),
            label: typeset(title[locale], locale),
          }))}
          locale={locale}
          t={t}
        />
      )}
    </section>
  )
}

/** All results, then each kind that has some, and the chosen kind even if it has none. */
function kindChips({ q, kind, answer: { total, counts }, locale, t }: Omit<Props, 'cutAt' | 'law'>) {
  const shown = SEARCH_KINDS.filter((candidate) => (counts[candidate] ?? 0) > 0 || candidate === kind)
  const all = { href: addressOf(locale, q), label: t('library.find.all'), count: total, current: kind === undefined }
  return [
    all,
    ...shown.map((candidate) => ({
      href: addressOf(locale, q, candidate),
      label: t(`library.find.kind.${candidate}`),
      count: counts[candidate] ?? 0,
      current: candidate === kind,
    })),
  ]
}

function addressOf(locale: Locale, q: string, kind?: SearchKind): string {
  return listAddress(href(locale, '/library/search'), { q, kind })
}
