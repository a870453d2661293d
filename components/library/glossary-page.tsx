import { entryAnchor } from '@/domain/library/entry-path'
import { findTerms, inOrder, letterOf } from '@/domain/library/find-terms'
import type { Term } from '@/domain/library/glossary'
import type { Library } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { SearchBox } from '../ui/search-box'
import { Letters } from './letters'
import { LibraryFrame } from './library-frame'
import { TermTable } from './term-table'

type Props = {
  store: Library
  /** The words to look for; empty for the whole glossary. */
  q: string
  locale: Locale
  t: Translator
}

/** The glossary, or only its terms that contain the words of the search. */
export function GlossaryPage({ store, q, locale, t }: Props) {
  const terms = inOrder(findTerms(Object.values(store.terms), q), locale)
  const path = href(locale, '/library/glossary')
  return (
    <LibraryFrame
      title={t('library.glossary.title')}
      lead={t('library.glossary.lead')}
      filter={
        <SearchBox
          action={path}
          label={t('library.glossary.label')}
          hint={t('library.glossary.hint')}
          button={t('library.search.button')}
          value={q}
        />
      }
      count={t('library.glossary.count', { count: terms.length })}
      reviewed={terms.map(({ id }) => reviewOf(store, 'term', id))}
      actions={q !== '' && <a href={path}>{t('library.glossary.all')}</a>}
      locale={locale}
      t={t}
    >
      {terms.length === 0 ? (
        <div className="note warn">
          <p>{t('library.glossary.empty', { query: q })}</p>
          <p>
            <a href={`${href(locale, '/library/search')}?q=${encodeURIComponent(q)}`}>
              {t('library.glossary.everywhere')}
            </a>
          </p>
        </div>
      ) : (
        <div className="stack">
          {q === '' && <Letters label={t('library.glossary.letters')} letters={lettersOf(terms, locale)} />}
          <TermTable terms={terms} store={store} locale={locale} t={t} />
        </div>
      )}
    </LibraryFrame>
  )
}

/** Each letter with the anchor of its first term. */
function lettersOf(terms: readonly Term[], locale: Locale) {
  const first = new Map<string, string>()
  for (const term of terms.toReversed()) first.set(letterOf(term, locale), `#${entryAnchor.term(term.id)}`)
  return [...first].map(([letter, place]) => ({ letter, href: place })).toReversed()
}
