import type { ReactNode } from 'react'
import type { Report } from '@/domain/cohort/report/report'
import type { Day } from '@/domain/time/day'
import { formatLooseDate } from '@/i18n/translator'
import { href } from '../shell/paths'
import type { DrawChart } from '../ui/chart'
import { type Crumb, type StaffDone, StaffPage } from '../ui/staff-page'
import type { Years } from './cohort-sheet'
import { Definitions } from './definitions'
import { ReportLead } from './report-lead'
import type { Words } from './sheet'
import { SheetSection } from './sheet-section'
import { sheetsOf } from './sheets'
import { YearFilter } from './year-filter'

type Props = {
  title: string
  lead: string
  crumbs: readonly Crumb[]
  done?: StaffDone | null
  /** The address of the page, without its language. */
  path: string
  report: Report
  day: Day
  /** The days that were kept, the newest first. */
  kept: readonly Day[]
  years: Years
  /** A further section from another part of the platform; it is not kept with the report. */
  more?: ReactNode
  /** Each table can be downloaded as a file. */
  files?: boolean
  words: Words
  draw: DrawChart
}

/** A report as it is today, with the way to keep it and to what was kept. */
export function LiveReportPage(props: Props) {
  const { title, lead, crumbs, done, path, report, day, kept, years, files = false, words, draw } = props
  const { locale, t } = words
  const here = href(locale, path)
  const date = formatLooseDate(day, locale)
  const sheets = sheetsOf(report, words, years)
  return (
    <StaffPage heading={title} lead={lead} crumbs={crumbs} done={done} locale={locale} t={t}>
      <div className="stack dashboard report">
        <p className="sm muted as-of">{t('cohorts.learning.asOf', { date })}</p>
        <ReportLead report={report} words={words} draw={draw} />
        {sheets.map((sheet) => (
          <SheetSection
            key={sheet.key}
            sheet={sheet}
            words={words}
            draw={draw}
            csv={files ? `${here}/csv/${sheet.key}` : undefined}
          >
            {sheet.key === 'cohorts' && <YearFilter report={report} years={years} action={here} t={t} />}
          </SheetSection>
        ))}
        {props.more}
        <Definitions sheets={sheets} day={date} words={words} />
        <Keeping here={here} date={date} kept={kept} words={words} />
      </div>
    </StaffPage>
  )
}

type KeepingProps = { here: string; date: string; kept: readonly Day[]; words: Words }

function Keeping({ here, date, kept, words: { locale, t } }: KeepingProps) {
  return (
    <section className="card stack off-paper" aria-labelledby="kept">
      <h2 id="kept">{t('report.kept')}</h2>
      <p className="prose">{t('report.keptLead')}</p>
      <form method="post" action={`${here}/keep`}>
        <button type="submit" className="btn primary">
          {t('report.keep', { date })}
        </button>
      </form>
      {kept.length > 0 && (
        <ul className="plain links columns">
          {kept.map((day) => (
            <li key={day}>
              <a href={`${here}/${day}`}>{t('report.stateOf', { date: formatLooseDate(day, locale) })}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
