import { documentPage } from '@/app/document'
import { href } from '@/components/shell/paths'
import { SearchBox } from '@/components/ui/search-box'
import { Text } from '@/components/ui/text'
import { isWhole, type Shelf, shelves } from '@/domain/library/shelves'
import { capitalise, typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'

const PARTS = ['law', 'cases', 'glossary', 'indicators', 'referral', 'figures'] as const

type Context = { params: Promise<{ locale: string }> }

/** The front page of the library: search, its parts, its instruments. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => {
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <h1>{t('library.front.title')}</h1>
          <p className="lead prose">{t('library.front.lead')}</p>
          <SearchBox
            action={href(locale, '/library/search')}
            label={t('library.search.label')}
            hint={t('library.search.hint')}
            button={t('library.search.button')}
          />
        </div>
        <section className="stack" aria-labelledby="parts">
          <h2 id="parts">{t('library.front.parts')}</h2>
          <ul className="plain grid parts">
            {PARTS.map((part) => (
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
            {shelves(library()).map((shelf) => (
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
    return { title: t('library.front.title'), description: t('library.front.lead'), main }
  })
}

function addressOf(shelf: Shelf): string {
  return isWhole(shelf) ? `/library/law/${shelf.provisions[0]?.id}` : `/library/law#${shelf.instrument.id}`
}
