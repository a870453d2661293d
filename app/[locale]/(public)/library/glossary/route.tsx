import { documentPage } from '@/app/document'
import { Letters } from '@/components/library/letters'
import { TermTable } from '@/components/library/term-table'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { ReviewState } from '@/components/ui/review-state'
import { SearchBox } from '@/components/ui/search-box'
import { entryAnchor } from '@/domain/library/entry-path'
import { findTerms, inOrder, letterOf } from '@/domain/library/find-terms'
import type { Term } from '@/domain/library/glossary'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { library } from '@/server/content/library'
import { LONGEST_QUERY } from '@/server/library/search'

type Context = { params: Promise<{ locale: string }> }

/** The glossary, or what of it holds the words of `?q=`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const store = library()
    const q = (query.get('q') ?? '').slice(0, LONGEST_QUERY).trim()
    const terms = inOrder(findTerms(Object.values(store.terms), q), locale)
    const path = href(locale, '/library/glossary')
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <Crumbs
            label={t('library.crumbs')}
            links={[{ href: href(locale, '/library'), label: t('library.front.title') }]}
          />
          <h1>{t('library.glossary.title')}</h1>
          <p className="lead prose">{t('library.glossary.lead')}</p>
          <SearchBox
            action={path}
            label={t('library.glossary.label')}
            hint={t('library.glossary.hint')}
            button={t('library.search.button')}
            value={q}
          />
          <p className="row">
            <strong>{t('library.glossary.count', { count: terms.length })}</strong>
            <ReviewState parts={terms.map(({ id }) => reviewOf(store, 'term', id))} locale={locale} t={t} />
            {q !== '' && <a href={path}>{t('library.glossary.all')}</a>}
          </p>
        </div>
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
      </main>
    )
    return { title: t('library.glossary.title'), description: t('library.glossary.lead'), main }
  })
}

/** Each letter with the place of its first term. */
function lettersOf(terms: readonly Term[], locale: Locale) {
  const first = new Map<string, string>()
  for (const term of terms.toReversed()) first.set(letterOf(term, locale), `#${entryAnchor.term(term.id)}`)
  return [...first].map(([letter, place]) => ({ letter, href: place })).toReversed()
}
