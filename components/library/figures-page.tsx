import { entryAnchor } from '@/domain/library/entry-path'
import type { Figure } from '@/domain/library/figure'
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

/** The published figures, each as a table, a chart and a file. */
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
          <nav aria-labelledby="series" className="stack-s jump">
            <h2 id="series">{t('library.figures.contents')}</h2>
            <ul className="plain links columns">
              {figures.map(({ figure: { id, title } }) => (
                <li key={id}>
                  <a href={`#${entryAnchor.figure(id)}`}>{typeset(title[locale], locale)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </>
      }
      locale={locale}
      t={t}
    >
      {figures.map((drawn) => (
        <FigureSection key={drawn.figure.id} {...drawn} locale={locale} t={t} />
      ))}
    </LibraryFrame>
  )
}

function FigureSection({ figure, charts, locale, t }: Drawn & Omit<Props, 'figures'>) {
  const anchor = entryAnchor.figure(figure.id)
  return (
    <section className="stack figure" aria-labelledby={anchor}>
      <h2 id={anchor}>{typeset(figure.title[locale], locale)}</h2>
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
  )
}
