import { entryAnchor } from '@/domain/library/entry-path'
import type { Figure } from '@/domain/library/figure'
import { isContradicted } from '@/domain/library/figure-view'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { DownloadLink } from '../ui/download-link'
import { FinishedHtml } from '../ui/finished-html'
import { Inline } from '../ui/inline'
import { Note } from '../ui/note'
import { FigureSources, FigureTable } from './figure-table'
import { LibraryFrame } from './library-frame'

/** A figure with a drawn chart for each of its series. */
type Drawn = { figure: Figure; charts: readonly { series: string; html: string }[] }
type Props = { figures: readonly Drawn[]; locale: Locale; t: Translator }

/** The published figures, each as a chart; its table, sources and file are folded below it. */
export function FiguresPage({ figures, locale, t }: Props) {
  return (
    <LibraryFrame
      title={t('library.figures.title')}
      lead={t('library.figures.lead')}
      notice={
        <Note tone="warn" title={t('library.figures.cautionTitle')}>
          {t('library.figures.caution')}
        </Note>
      }
      contents={
        <>
          {figures.length === 0 && <p className="muted">{t('library.figures.empty')}</p>}
          <nav aria-labelledby="series" className="jump figure-list">
            <details>
              <summary>
                <h2 id="series">{t('library.figures.contents')}</h2>
              </summary>
              <ul className="plain links columns">
                {figures.map(({ figure: { id, title } }) => (
                  <li key={id}>
                    <a href={`#${entryAnchor.figure(id)}`}>{typeset(title[locale], locale)}</a>
                  </li>
                ))}
              </ul>
            </details>
          </nav>
        </>
      }
      locale={locale}
      t={t}
    >
      <div className="figure-list">
        {figures.map((drawn) => (
          <FigureSection key={drawn.figure.id} {...drawn} locale={locale} t={t} />
        ))}
      </div>
    </LibraryFrame>
  )
}

function FigureSection({ figure, charts, locale, t }: Drawn & Omit<Props, 'figures'>) {
  const anchor = entryAnchor.figure(figure.id)
  return (
    <section className="card stack-s figure" aria-labelledby={anchor}>
      <h2 id={anchor}>{typeset(figure.title[locale], locale)}</h2>
      <p className="sm muted">
        <Inline source={figure.lead[locale]} locale={locale} />
      </p>
      <div className="charts">
        {charts.map(({ series, html }) => (
          <figure key={series}>
            <figcaption className="sm">
              <strong>{series}</strong>{' '}
              <span className="muted">{t('library.figures.unit', { unit: typeset(figure.unit[locale], locale) })}</span>
            </figcaption>
            <FinishedHtml html={html} />
          </figure>
        ))}
      </div>
      {isContradicted(figure) && <p className="xs muted">{t('library.figures.severalValues')}</p>}
      <details className="figure-data">
        <summary>{t('library.figures.data')}</summary>
        <div className="stack-s">
          <div className="tw">
            <FigureTable figure={figure} locale={locale} t={t} />
          </div>
          <p>
            <DownloadLink href={`/api/library/figures/${figure.id}?lang=${locale}`}>
              {t('library.figures.download')}
            </DownloadLink>
          </p>
          <FigureSources figure={figure} locale={locale} t={t} />
        </div>
      </details>
    </section>
  )
}
