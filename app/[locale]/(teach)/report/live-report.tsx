import type { DocumentContext } from '@/app/document'
import { href } from '@/components/shell/paths'
import type { Day } from '@/domain/cohort/day'
import type { Report } from '@/domain/cohort/report/report'
import { formatLooseDate } from '@/i18n/translator'
import { type Crumb, teachPage } from '../institutions/teach-page'
import { SheetSection } from './sheet-section'
import { sheetsOf } from './sheets'
import { readYears, YearFilter } from './year-filter'

type Live = {
  title: string
  lead: string
  crumbs: readonly Crumb[]
  /** Of the page, without its language. */
  path: string
  report: Report
  day: Day
  kept: readonly Day[]
  /** Has files. */
  files?: boolean
}

/** A report as it is today, with the way to keep it and to what was kept. */
export function liveReport(context: DocumentContext, live: Live) {
  const { locale, t, query } = context
  const { title, lead, crumbs, path, report, day, kept, files = false } = live
  const words = { locale, t }
  const years = readYears(report, query)
  const here = href(locale, path)
  const date = formatLooseDate(day, locale)
  return teachPage(context, {
    title,
    lead,
    crumbs,
    children: (
      <div className="stack dashboard report">
        <ul className="facts sm">
          <li>{t('cohorts.learning.asOf', { date })}</li>
          <li className="muted">{t('report.protection')}</li>
        </ul>
        {sheetsOf(report, words, years).map((sheet) => (
          <SheetSection
            key={sheet.key}
            sheet={sheet}
            day={date}
            words={words}
            csv={files ? `${here}/csv/${sheet.key}` : undefined}
          >
            {sheet.key === 'cohorts' && <YearFilter report={report} years={years} action={here} t={t} />}
          </SheetSection>
        ))}
        <section className="card stack" aria-labelledby="kept">
          <h2 id="kept">{t('report.kept')}</h2>
          <p className="prose">{t('report.keptLead')}</p>
          <form method="post" action={`${here}/keep`}>
            <button type="submit" className="btn primary">
              {t('report.keep', { date })}
            </button>
          </form>
          {kept.length > 0 && (
            <ul className="plain links columns">
              {kept.map((one) => (
                <li key={one}>
                  <a href={`${here}/${one}`}>{t('report.stateOf', { date: formatLooseDate(one, locale) })}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    ),
  })
}
