import { formatNumber } from '@/i18n/translator'
import type { DrawChart } from '../ui/chart'
import { DownloadLink } from '../ui/download-link'
import { FinishedHtml } from '../ui/finished-html'
import { Scrolling } from '../ui/scrolling'
import { CountTable } from './count-table'
import { DefinitionLink } from './report-lead'
import type { Sheet, SheetCell, SheetKey, Words } from './sheet'

type Props = {
  sheet: Sheet
  words: Words
  draw: DrawChart
  /** The address of its file; undefined if it has none. */
  csv?: string | undefined
  /** The form that filters it. */
  children?: React.ReactNode
}

/** On paper, where a report is one page, tables stand in two columns; the widest takes both. */
const COLUMN_ON_PAPER: Readonly<Record<SheetKey, string>> = {
  cohorts: 'paper-second',
  coverage: 'paper-first',
  people: 'paper-first',
  trained: '',
  certificates: 'paper-second',
}

/** A table with its chart beside it, the number of people in it, and a link to its definition. */
export function SheetSection({ sheet, words, draw, csv, children }: Props) {
  const { key, title, defined, people, headings, rows, charts } = sheet
  const { locale, t } = words
  // Of hidden figures alone there is nothing to draw.
  const drawn = charts.filter(({ bars }) => bars.some(({ value }) => value !== null))
  const cell = (value: SheetCell) => {
    if (value === undefined) return ''
    return value === null ? t('report.hidden') : formatNumber(value, locale)
  }
  return (
    <section className={`card stack ${COLUMN_ON_PAPER[key]}`.trimEnd()} aria-labelledby={key}>
      <h2 id={key}>{title}</h2>
      <p className="sm muted">
        {people && rows.length > 0 && <>{people} </>}
        <DefinitionLink defined={defined} of={title} words={words} />
      </p>
      {children}
      {rows.length === 0 && <p>{t('report.nothing')}</p>}
      {rows.length > 0 && (
        <div className={drawn.length > 0 ? 'figure-body' : undefined}>
          <Scrolling>
            <CountTable
              caption={title}
              id={key}
              headings={headings}
              rows={rows.map((row) => ({ ...row, cells: row.cells.map(cell) }))}
            />
          </Scrolling>
          {drawn.length > 0 && (
            <div className="charts off-paper">
              {drawn.map(({ label, ...chart }) => (
                <figure key={label}>
                  <figcaption className="sm">
                    <strong>{label}</strong>
                  </figcaption>
                  <FinishedHtml html={draw({ label, ...chart, locale })} />
                </figure>
              ))}
            </div>
          )}
        </div>
      )}
      {csv && rows.length > 0 && (
        <p className="off-paper">
          <DownloadLink href={csv}>{t('report.download')}</DownloadLink>
        </p>
      )}
    </section>
  )
}
