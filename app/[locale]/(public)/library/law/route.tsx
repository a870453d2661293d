import { documentPage } from '@/app/document'
import { ProvisionList, WholeTexts } from '@/components/library/provision-list'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { Text } from '@/components/ui/text'
import { isWhole, shelves } from '@/domain/library/shelves'
import { capitalise, typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'

type Context = { params: Promise<{ locale: string }> }

/** Every provision of the library, by instrument. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => {
    const all = shelves(library())
    const single = all.filter(isWhole)
    const several = all.filter((shelf) => !isWhole(shelf))
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <Crumbs
            label={t('library.crumbs')}
            links={[{ href: href(locale, '/library'), label: t('library.front.title') }]}
          />
          <h1>{t('library.law.title')}</h1>
          <p className="lead prose">{t('library.law.lead')}</p>
          <nav aria-label={t('library.law.contents')}>
            <ul className="plain row sm jump">
              {several.map(({ instrument }) => (
                <li key={instrument.id}>
                  <a href={`#${instrument.id}`}>
                    <Text locale={locale}>{typeset(capitalise(instrument.shortName[locale]), locale)}</Text>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        {several.map((shelf) => (
          <ProvisionList key={shelf.instrument.id} shelf={shelf} locale={locale} t={t} />
        ))}
        <WholeTexts shelves={single} locale={locale} t={t} />
      </main>
    )
    return { title: t('library.law.title'), description: t('library.law.lead'), main }
  })
}
