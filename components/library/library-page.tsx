import { LIBRARY_PARTS } from '@/domain/library/parts'
import { isWhole, type Shelf } from '@/domain/library/shelves'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { SearchBox } from '../ui/search-box'
import { Text } from '../ui/text'

type Props = { shelves: readonly Shelf[]; locale: Locale; t: Translator }

/** The front page of the library: search, its parts, its instruments. */
export function LibraryPage({ shelves, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l library">
      <div className="stack">
        <h1>{t('library.front.title')}</h1>
        <p className="lead prose">{t('library.front.lead')}</p>
        <SearchBox
          action={href(locale, '/library/search')}
          label={t('library.search.label')}
          hint={t('library.search.hint')}
          button={t('library.search.button')}
          suggest={{ address: `/api/library/suggestions?lang=${locale}`, label: t('library.find.suggestions') }}
        />
      </div>
      <section className="stack" aria-labelledby="parts">
        <h2 id="parts">{t('library.front.parts')}</h2>
        <ul className="plain grid library-parts">
          {LIBRARY_PARTS.map((part) => (
            <li key={part} className="card stack-s">
              <h3>
                <a href={href(locale, `/library/${part}`)}>{t(`library.front.card.${part}.title`)}</a>
              </h3>
              <p className="sm">{t(`library.front.card.${part}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="instruments">
        <h2 id="instruments">{t('library.front.instruments')}</h2>
        <ul className="plain entries columns">
          {shelves.map((shelf) => (
            <li key={shelf.instrument.id}>
              <a href={href(locale, addressOf(shelf))}>
                <Text locale={locale}>{typeset(capitalise(shelf.instrument.shortName[locale]), locale)}</Text>
              </a>
              {!isWhole(shelf) && (
                <span className="sm muted">{t('library.count.provisions', { count: shelf.provisions.length })}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}

function addressOf(shelf: Shelf): string {
  return isWhole(shelf) ? `/library/law/${shelf.provisions[0]?.id}` : `/library/law#${shelf.instrument.id}`
}
