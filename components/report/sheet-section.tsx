import { formatNumber } from '@/i18n/translator'
import type { DrawChart } from '../ui/chart'
import { DownloadLink } from '../ui/download-link'
import { FinishedHtml } from '../ui/finished-html'
import { Scrolling } from '../ui/scrolling'
import { CountTable } from './count-table'
import type { Sheet, Words } from './sheet'

type Props = {
  sheet: Sheet
  /** The day whose evening it is of, in words. */
  day: string
  words: Words
  draw: DrawChart
  /** The file of it; without one there is none. */
  csv?: string | undefined
  /** What narrows it. */
  children?: React.ReactNode
}

/** A table with its chart beside it, and what is counted, of whom and when. */
export function SheetSection({ sheet, day, words, draw, csv, children }: Props) {
  const { key, title, note, people, headings, rows, charts } = sheet
  const { locale, t } = words
  // Of hidden figures alone there is nothing to draw.
  const drawn = charts.filter(({ bars }) => bars.some(({ value }) => value !== null))
  const cell = (value: number | null) => (value === null ? t('report.hidden') : formatNumber(value, locale))
  return (
    <section className="card stack" aria-labelledby={key}>
      <h2 id={key}>{title}</h2>
      <p className="sm muted prose">{t('cohorts.learning.note', { definition: note, date: day })}</p>
      {people && rows.length > 0 && <p className="sm">{people}</p>}
      {children}
      {rows.length === 0 && <p>{t('report.nothing')}</p>}
      {rows.length > 0 && (
        <div className="figure-body">
          <Scrolling>
            <CountTable
              caption={title}
              headings={headings}
              rows={rows.map((row) => ({ ...row, cells: row.cells.map(cell) }))}
            />
          </Scrolling>
          <div className="charts">
            {drawn.map(({ label, ...chart }) => (
              <figure key={label}>
                <figcaption className="sm">
                  <strong>{label}</strong>
                </figcaption>
                <FinishedHtml html={draw({ label, ...chart, locale })} />
              </figure>
            ))}
          </div>
        </div>
      )}
      {csv && rows.length > 0 && (
        <p>
          <DownloadLink href={csv}>{t('report.download')}</DownloadLink>
        </p>
      )}
    </section>
  )
}
