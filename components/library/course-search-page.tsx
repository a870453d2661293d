import type { Excerpt } from '@/domain/library/excerpt'
import type { SearchEntry } from '@/domain/library/search-entry'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { listAddress } from '../ui/list-address'
import { SearchBox } from '../ui/search-box'
import { SearchResults } from './search-results'

type Props = {
  course: { id: string; title: string }
  /** The words of the search; empty before the first search. */
  q: string
  total: number
  found: readonly { entry: SearchEntry; title: Excerpt; body: Excerpt | null; language: Locale }[]
  /** The number of characters to which a longer search was cut; null if it was not cut. */
  cutAt: number | null
  locale: Locale
  t: Translator
}

/** The sections of one course that contain the words of the search. */
export function CourseSearchPage(props: Props) {
  const { course, q, cutAt, locale, t } = props
  const path = href(locale, `/courses/${course.id}`)
  return (
    <main id="main" className="wrap page stack-l library">
      <div className="stack">
        <Crumbs
          label={t('library.crumbs')}
          links={[
            { href: href(locale, '/courses'), label: t('nav.courses') },
            { href: path, label: typeset(course.title, locale) },
          ]}
        />
        <h1>{t('course.search.title')}</h1>
        <SearchBox
          action={`${path}/search`}
          label={t('course.search.label')}
          hint={t('library.search.hint')}
          button={t('library.search.button')}
          value={q}
        />
        {cutAt !== null && <p className="note warn">{t('library.find.cut', { count: cutAt })}</p>}
      </div>
      {q !== '' && <Results {...props} />}
    </main>
  )
}

function Results({ q, total, found, locale, t }: Props) {
  return (
    <section className="stack" aria-labelledby="results">
      <h2 id="results">{t('library.find.results')}</h2>
      <p role="status">
        <strong>{t('library.find.count', { count: total })}</strong>{' '}
        {total > found.length && (
          <span className="muted">{t('library.find.some', { shown: found.length, total })}</span>
        )}
      </p>
      {total === 0 && (
        <p className="note warn">
          <bdi>{t('course.search.none', { query: q })}</bdi>
        </p>
      )}
      <SearchResults results={found.map(({ entry, ...shown }) => ({ ...entry, ...shown }))} locale={locale} t={t} />
      <p>
        <a href={listAddress(href(locale, '/library/search'), { q })}>{t('course.search.everywhere')}</a>
      </p>
    </section>
  )
}
