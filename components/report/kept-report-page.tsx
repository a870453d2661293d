import type { KeptReport } from '@/domain/cohort/report/report'
import { formatDate, formatLooseDate } from '@/i18n/translator'
import type { DrawChart } from '../ui/chart'
import { type Crumb, type StaffDone, StaffPage } from '../ui/staff-page'
import { Definitions } from './definitions'
import { ReportLead } from './report-lead'
import type { Words } from './sheet'
import { SheetSection } from './sheet-section'
import { sheetsOf } from './sheets'

type Props = {
  /** The title of the report, without its day. */
  title: string
  crumbs: readonly Crumb[]
  done?: StaffDone | null
  /** The full address of the page, for the citation. */
  address: string
  kept: KeptReport
  words: Words
  draw: DrawChart
}

/** What the page of a kept report is called. */
export function keptTitle(title: string, { day }: Pick<KeptReport, 'day'>, { locale, t }: Words): string {
  return t('report.keptTitle', { title, date: formatLooseDate(day, locale) })
}

/** A report as it was kept, and how to cite it. */
export function KeptReportPage({ title, crumbs, done, address, kept, words, draw }: Props) {
  const { locale, t } = words
  const { day, keptAt, report } = kept
  const date = formatLooseDate(day, locale)
  const sheets = sheetsOf(report, words)
  return (
    <StaffPage heading={keptTitle(title, kept, words)} crumbs={crumbs} done={done} locale={locale} t={t}>
      <div className="stack dashboard report">
        <section className="card stack-s" aria-labelledby="cite">
          <h2 id="cite">{t('report.cite')}</h2>
          <p className="prose">
            {t.rich('report.citation', {
              title: () => <bdi>{title}</bdi>,
              date,
              path: () => <bdi dir="ltr">{address}</bdi>,
            })}
          </p>
          <p className="sm muted prose">{t('report.keptNote', { date: formatDate(keptAt, locale) })}</p>
        </section>
        <ReportLead report={report} words={words} draw={draw} />
        {sheets.map((sheet) => (
          <SheetSection key={sheet.key} sheet={sheet} words={words} draw={draw} />
        ))}
        <Definitions sheets={sheets} day={date} words={words} />
      </div>
    </StaffPage>
  )
}
