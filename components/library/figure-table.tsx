import { entryAnchor } from '@/domain/library/entry-path'
import type { Figure } from '@/domain/library/figure'
import { rowLabel } from '@/domain/library/figure-csv'
import { sourceMarks } from '@/domain/library/figure-view'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Inline } from '../ui/inline'
import { Text } from '../ui/text'

type Props = { figure: Figure; locale: Locale; t: Translator }
type Value = Figure['rows'][number]['values'][string][number]

/** Every published value with its source. Values that contradict each other are listed one below the other. */
export function FigureTable({ figure, locale, t }: Props) {
  const { id, title, axis, unit, series, rows } = figure
  const marks = sourceMarks(figure)
  return (
    <table className="figure-table">
      <caption className="sr">{typeset(title[locale], locale)}</caption>
      <thead>
        <tr>
          <th scope="col">{typeset(axis[locale], locale)}</th>
          {series.map(({ id: seriesId, label }) => (
            <th key={seriesId} scope="col">
              {typeset(label[locale], locale)} <span className="muted">({typeset(unit[locale], locale)})</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values }) => {
          const name = typeset(rowLabel(label, locale), locale)
          return (
            <tr key={name}>
              <th scope="row">
                <Text>{name}</Text>
              </th>
              {series.map(({ id: seriesId }) => (
                <td key={seriesId}>
                  <Values figure={id} values={values[seriesId] ?? []} marks={marks} locale={locale} t={t} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type ValuesProps = {
  figure: string
  values: readonly Value[]
  marks: ReadonlyMap<string, string>
  locale: Locale
  t: Translator
}

function Values({ figure, values, marks, locale, t }: ValuesProps) {
  if (values.length === 0) return <span className="muted">{t('library.figures.unknown')}</span>
  return (
    <ul className="plain values">
      {values.map(({ value, source, confidence, note }) => (
        <li key={`${value} ${source}`}>
          <strong className="num">{formatNumber(value, locale)}</strong>
          <SourceMark figure={figure} mark={marks.get(source) ?? source} t={t} />
          {confidence !== 'high' && <span className="chip warn">{t(`library.figures.weak.${confidence}`)}</span>}
          {note && (
            <span className="block sm muted">
              <Inline source={note[locale]} locale={locale} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function SourceMark({ figure, mark, t }: { figure: string; mark: string; t: Translator }) {
  return (
    <sup>
      <a
        className="source-mark"
        href={`#${sourceAnchor(figure, mark)}`}
        aria-label={t('library.figures.sourceMark', { mark })}
      >
        <bdi dir="ltr">[{mark}]</bdi>
      </a>
    </sup>
  )
}

function sourceAnchor(figure: string, mark: string): string {
  return `${entryAnchor.figure(figure)}-${mark}`
}

/** Explains the letters of the table, and gives the notes on the figures. */
export function FigureSources({ figure, locale, t }: Props) {
  const marks = sourceMarks(figure)
  return (
    <div className="stack-s sm">
      {figure.notes.length > 0 && (
        <>
          <h3>{t('library.figures.notes')}</h3>
          <ul>
            {figure.notes.map((note) => (
              <li key={note.fr}>
                <Inline source={note[locale]} locale={locale} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('library.figures.sources')}</h3>
      <ul className="plain figure-sources">
        {figure.sources.map(({ id, label, url }) => (
          <li key={id} id={sourceAnchor(figure.id, marks.get(id) ?? id)}>
            <bdi dir="ltr" className="muted">
              [{marks.get(id)}]
            </bdi>{' '}
            {url ? (
              <a href={url} rel="noreferrer">
                <Inline source={label[locale]} locale={locale} />
              </a>
            ) : (
              <Inline source={label[locale]} locale={locale} />
            )}
          </li>
        ))}
      </ul>
      <p className="muted">{t('library.figures.strong')}</p>
    </div>
  )
}
