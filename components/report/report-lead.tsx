import type { Report } from '@/domain/cohort/report/report'
import type { DrawChart } from '../ui/chart'
import { FinishedHtml } from '../ui/finished-html'
import { functionName } from './group-names'
import { headlines } from './headlines'
import { RegionTiles } from './region-tiles'
import { peopleChart, type Words } from './sheet'

type Props = { report: Report; words: Words; draw: DrawChart }

/** The head of a report: three figures, each with a link to its definition, and one chart. */
export function ReportLead({ report, words, draw }: Props) {
  const { t } = words
  return (
    <div className="stack report-lead">
      <dl className="figures">
        {headlines(report, words).map(({ label, value, note, defined }) => (
          <div key={defined} className="card">
            <dt className="sm muted">{label}</dt>
            <dd>
              <strong className="num">{value}</strong>
              <span className="xs muted">{note}</span>
              <DefinitionLink defined={defined} of={label} words={words} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="card">
        {report.scope === 'nation' ? (
          <RegionTiles trained={report.trained} words={words} />
        ) : (
          <figure aria-labelledby="chart" className="stack-s">
            <figcaption>
              <h2 id="chart">{t('report.charts.people')}</h2>
            </figcaption>
            <PeopleBars report={report} words={words} draw={draw} />
          </figure>
        )}
      </div>
    </div>
  )
}

type BarsProps = Omit<Props, 'report'> & { report: Extract<Report, { scope: 'institution' }> }

/** The largest function first, those that are counted together last. */
function PeopleBars({ report: { people }, words, draw }: BarsProps) {
  const { locale, t } = words
  const bars = people.rows
    .filter((row) => row.people !== 0)
    .toSorted(
      (one, other) => Number(Boolean(one.of)) - Number(Boolean(other.of)) || (other.people ?? 0) - (one.people ?? 0),
    )
    .map(({ label, of, people: all }) => ({
      label: of ? t('report.mergedShort') : functionName(label, words),
      people: all,
    }))
  const chart = peopleChart(t('report.charts.people'), bars, 'rows', words)
  // Of hidden figures alone there is nothing to draw.
  if (chart.bars.every(({ value }) => value === null)) return <p>{t('report.peopleHidden')}</p>
  return <FinishedHtml html={draw({ ...chart, locale })} />
}

type LinkProps = { defined: string; of: string; words: Words }

export function DefinitionLink({ defined, of, words: { t } }: LinkProps) {
  return (
    <a className="xs off-paper definition-link" href={`#def-${defined}`}>
      {t('report.definition')}
      <span className="sr"> ({of})</span>
    </a>
  )
}
