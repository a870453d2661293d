import { documentPage } from '@/app/document'
import { OtherKinds } from '@/components/library/other-kinds'
import { SearchKinds } from '@/components/library/search-kinds'
import { SearchResults } from '@/components/library/search-results'
import { SearchSuggestions } from '@/components/library/search-suggestions'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { isolateLtr } from '@/components/ui/ref'
import { SearchBox } from '@/components/ui/search-box'
import { SEARCH_KINDS, type SearchKind } from '@/domain/library/search-entry'
import { typeset } from '@/i18n/typography'
import { LONGEST_QUERY, search } from '@/server/library/search'
import { searchIndex } from '@/server/library/search-index'

/** More than anybody reads; a narrower question serves better than a second page. */
const SHOWN = 40

type Context = { params: Promise<{ locale: string }> }

/** Everything of the library and of the lessons that answers `?q=`, or one kind of it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const typed = (query.get('q') ?? '').trim()
    const q = typed.slice(0, LONGEST_QUERY)
    const kind = SEARCH_KINDS.find((each) => each === query.get('kind'))
    const path = href(locale, '/library/search')
    const addressOf = (words: string, narrowed?: SearchKind) =>
      `${path}?${new URLSearchParams({ q: words, ...(narrowed && { kind: narrowed }) })}`
    const { total, counts, found, suggestions } = search(await searchIndex(), { query: q, locale, kind, limit: SHOWN })
    const inKind = kind ? (counts[kind] ?? 0) : total
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <Crumbs
            label={t('library.crumbs')}
            links={[{ href: href(locale, '/library'), label: t('library.front.title') }]}
          />
          <h1>{t('library.find.title')}</h1>
          <p className="prose">{t('library.find.lead')}</p>
          <SearchBox
            action={path}
            label={t('library.search.label')}
            hint={t('library.search.hint')}
            button={t('library.search.button')}
            value={q}
          />
          {typed.length > LONGEST_QUERY && (
            <p className="note warn">{t('library.find.cut', { count: LONGEST_QUERY })}</p>
          )}
        </div>
        {q !== '' && (
          <section className="stack" aria-labelledby="results">
            <h2 id="results">{t('library.find.results')}</h2>
            {total > 0 && (
              <SearchKinds
                label={t('library.find.kinds')}
                kinds={[
                  {
                    key: 'all',
                    href: addressOf(q),
                    label: t('library.find.all'),
                    count: total,
                    current: kind === undefined,
                  },
                  ...SEARCH_KINDS.filter((each) => (counts[each] ?? 0) > 0 || each === kind).map((each) => ({
                    key: each,
                    href: addressOf(q, each),
                    label: t(`library.find.kind.${each}`),
                    count: counts[each] ?? 0,
                    current: each === kind,
                  })),
                ]}
              />
            )}
            {inKind === 0 && total > 0 ? (
              <OtherKinds count={total} href={addressOf(q)} t={t} />
            ) : (
              <p role="status">
                <strong>{t('library.find.count', { count: inKind })}</strong>{' '}
                {inKind > found.length && (
                  <span className="muted">{t('library.find.some', { shown: found.length, total: inKind })}</span>
                )}
              </p>
            )}
            <SearchResults
              results={found.map(({ entry, ...shown }) => ({ ...entry, ...shown }))}
              locale={locale}
              t={t}
            />
            {suggestions && (
              <SearchSuggestions
                query={q}
                terms={suggestions.terms.map((term) => ({
                  href: addressOf(term[locale]),
                  label: typeset(term[locale], locale),
                }))}
                articles={suggestions.articles.map(({ path: place, title }) => ({
                  href: href(locale, place),
                  label: typeset(title[locale], locale),
                }))}
                locale={locale}
                t={t}
              />
            )}
          </section>
        )}
      </main>
    )
    const title = q === '' ? t('library.find.title') : t('library.find.titleFor', { query: isolateLtr(q) })
    return { title, description: t('library.find.lead'), main, index: q === '' }
  })
}
