import { documentPage } from '@/app/document'
import { FigureSources, FigureTable } from '@/components/library/figure-table'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { DownloadLink } from '@/components/ui/download-link'
import { FinishedHtml } from '@/components/ui/finished-html'
import { Inline } from '@/components/ui/inline'
import { Note } from '@/components/ui/note'
import { entryAnchor } from '@/domain/library/entry-path'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { chartsHtml } from './charts-html'

type Context = { params: Promise<{ locale: string }> }

/** The published figures, each as a table, a chart and a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => {
    const figures = Object.values(library().figures).toSorted((a, b) => a.order - b.order)
    const drawn = figures.map((figure) => ({ figure, charts: chartsHtml(figure, locale) }))
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <Crumbs
            label={t('library.crumbs')}
            links={[{ href: href(locale, '/library'), label: t('library.front.title') }]}
          />
          <h1>{t('library.figures.title')}</h1>
          <p className="lead prose">{t('library.figures.lead')}</p>
          <Note tone="warn" title={t('library.figures.cautionTitle')}>
            {t('library.figures.caution')}
          </Note>
          {figures.length === 0 && <p className="muted">{t('library.figures.empty')}</p>}
          <nav aria-labelledby="series" className="stack-s jump">
            <h2 id="series">{t('library.figures.contents')}</h2>
            <ul className="plain links columns">
              {figures.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${entryAnchor.figure(id)}`}>{typeset(title[locale], locale)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        {drawn.map(({ figure, charts }) => (
          <section key={figure.id} className="stack figure" aria-labelledby={entryAnchor.figure(figure.id)}>
            <h2 id={entryAnchor.figure(figure.id)}>{typeset(figure.title[locale], locale)}</h2>
            <p className="prose">
              <Inline source={figure.lead[locale]} locale={locale} />
            </p>
            <div className="figure-body">
              <div className="tw">
                <FigureTable figure={figure} locale={locale} t={t} />
              </div>
              <div className="charts">
                {charts.map(({ series, html }) => (
                  <figure key={series}>
                    <figcaption className="sm">
                      <strong>{series}</strong>{' '}
                      <span className="muted">
                        {t('library.figures.unit', { unit: typeset(figure.unit[locale], locale) })}
                      </span>
                    </figcaption>
                    <FinishedHtml html={html} />
                  </figure>
                ))}
              </div>
            </div>
            <p>
              <DownloadLink href={`/api/library/figures/${figure.id}?lang=${locale}`}>
                {t('library.figures.download')}
              </DownloadLink>
            </p>
            <FigureSources figure={figure} locale={locale} t={t} />
          </section>
        ))}
      </main>
    )
    return { title: t('library.figures.title'), description: t('library.figures.lead'), main }
  })
}
