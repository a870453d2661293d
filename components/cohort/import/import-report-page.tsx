import { VERDICTS, type Verdict } from '@/domain/cohort/import/verdict'
import type { Places } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'
import { pageLink } from '../../ui/pager'
import { StaffList } from '../../ui/staff-list'
import { WideFrame } from '../cohort-frame'
import { RefusedFile } from './confirm-page'
import { ImportColumns } from './import-columns'
import { ImportProgress } from './import-progress'
import { ImportRows } from './import-rows'
import type { ImportRow, ImportState } from './import-run'
import { reportRow } from './report-row'

type Props = ImportState & {
  cohort: { id: string; name: string; archivedAt: Date | null }
  /** The verdict by which the rows are filtered; null: all rows. */
  verdict: Verdict | null
  /** The number of filtered rows, and of all rows. */
  shown: number
  total: number
  /** One page of the filtered rows, and its position among them. */
  rows: readonly ImportRow[]
  places: Places
  /** The uploaded list is still kept. */
  kept: boolean
  locale: Locale
  t: Translator
}

/** The report of an import: what it would do, is doing, or has done. */
export function ImportReportPage(props: Props) {
  const { cohort, run, counts, stage, total, locale, t } = props
  const path = href(locale, `/cohorts/${cohort.id}`)
  const here = `${path}/import/${run.id}`
  return (
    <WideFrame
      back={{ href: `${path}/people`, label: <Name>{cohort.name}</Name> }}
      heading={t('cohorts.import.reportTitle')}
    >
      <ul className="facts sm muted">
        <li>
          <bdi>{run.fileName}</bdi>
        </li>
        <li>{t('cohorts.import.reportLead', { rows: total })}</li>
        {run.encoding && <li>{t('cohorts.import.encoding', { encoding: run.encoding })}</li>}
      </ul>
      <ul className="facts">
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            {t(`cohorts.import.verdicts.${verdict}`)} <strong>{formatNumber(counts[verdict], locale)}</strong>
          </li>
        ))}
      </ul>
      {stage === 'checked' ? <Start {...props} here={here} /> : <ImportProgress {...props} />}
      {props.kept && counts.wrong + counts.left > 0 && <RefusedFile here={here} t={t} />}
      {run.columns.length > 0 && <Columns columns={run.columns} t={t} />}
      <Rows {...props} here={here} />
      <p>
        <a href={`${path}/import`}>{t('cohorts.import.again')}</a>
      </p>
    </WideFrame>
  )
}

/** The link to the steps before the start; none for an archived cohort. */
function Start({ cohort, here, t }: Props & { here: string }) {
  if (cohort.archivedAt) return null
  return (
    <p>
      <a className="btn primary" href={`${here}/columns`}>
        {t('cohorts.import.confirm.go')}
      </a>
    </p>
  )
}

function Columns({ columns, t }: { columns: ImportState['run']['columns']; t: Translator }) {
  const unused = columns.filter(({ column }) => column === null).length
  return (
    <section className="stack-s" aria-labelledby="columns">
      <h2 id="columns">{t('cohorts.import.columnsTitle')}</h2>
      {unused > 0 && <p className="note warn">{t('cohorts.import.columnsUnused', { count: unused })}</p>}
      <ImportColumns
        caption={t('cohorts.import.columnsTitle')}
        headings={{ written: t('cohorts.import.columnWritten'), taken: t('cohorts.import.columnTaken') }}
        columns={columns.map(({ written, column }) => ({
          written,
          taken: column && t(`cohorts.import.columns.${column}`),
        }))}
        unused={t('cohorts.import.columnUnused')}
      />
    </section>
  )
}

function Rows({ verdict, shown, rows, places, here, locale, t }: Props & { here: string }) {
  const pageHref = (page: number | null) =>
    page === null
      ? null
      : `${here}?${new URLSearchParams({ ...(verdict && { show: verdict }), page: String(page) })}#rows`
  const choices = VERDICTS.map((value) => ({
    value,
    label: t(`cohorts.import.verdicts.${value}`),
    chosen: value === verdict,
  }))
  return (
    <section className="stack-s" aria-labelledby="rows">
      <h2 id="rows">{t('cohorts.import.rows')}</h2>
      <StaffList
        narrow={{
          action: here,
          filters: [{ name: 'show', label: t('cohorts.import.verdict'), all: t('cohorts.import.allRows'), choices }],
        }}
        none={shown === 0 ? t('cohorts.import.noRow') : null}
        inSection
        pages={{
          label: t('cohorts.dashboard.pages'),
          text: t('cohorts.dashboard.page', { from: places.from, to: places.to, total: shown }),
          before: pageLink(pageHref(places.before), t('cohorts.people.earlier')),
          after: pageLink(pageHref(places.after), t('cohorts.people.later')),
        }}
        t={t}
      >
        <ImportRows
          caption={t('cohorts.import.rows')}
          headings={{
            line: t('cohorts.import.line'),
            email: t('cohorts.import.email'),
            person: t('cohorts.import.person'),
            function: t('fields.function'),
            verdict: t('cohorts.import.verdict'),
          }}
          rows={rows.map((row) => reportRow(row, locale, t))}
        />
      </StaffList>
    </section>
  )
}
