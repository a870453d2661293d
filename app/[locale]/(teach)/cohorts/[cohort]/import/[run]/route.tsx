import { documentPage } from '@/app/document'
import { ListReport } from '@/components/cohort/list-report'
import { href } from '@/components/shell/paths'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Scrolling } from '@/components/ui/scrolling'
import { formatNumber } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { listReport } from '@/server/cohort/lists/list-report'

type Context = { params: Promise<{ locale: string; cohort: string; run: string }> }

/** What a list would do, is doing, or did. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId, run: runId } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
    const { run, counts, rows } = await listReport(permit, runId)
    const path = href(locale, `/cohorts/${cohort.id}`)
    const toAdd = counts.new + counts.existing
    const total = toAdd + counts['already-in'] + counts.wrong
    const progress = t('cohorts.import.running', { done: counts.done, total: toAdd })
    const main = (
      <main id="main" className="wrap page stack">
        <p className="sm">
          <a href={`${path}/people`}>
            <bdi>{cohort.name}</bdi>
          </a>
        </p>
        <h1>{t('cohorts.import.reportTitle')}</h1>
        <ul className="facts sm muted">
          <li>
            <bdi>{t('cohorts.import.reportLead', { file: run.fileName, rows: total })}</bdi>
          </li>
          {run.encoding && <li>{t('cohorts.import.encoding', { encoding: run.encoding })}</li>}
        </ul>
        <ul className="facts">
          {(['new', 'existing', 'already-in', 'wrong'] as const).map((verdict) => (
            <li key={verdict}>
              {t(`cohorts.import.verdicts.${verdict}`)} <strong>{formatNumber(counts[verdict], locale)}</strong>
            </li>
          ))}
        </ul>
        {!run.startedAt && toAdd === 0 && <p className="note">{t('cohorts.import.nothing')}</p>}
        {!run.startedAt && toAdd > 0 && !cohort.archivedAt && (
          <form method="post" action={`${path}/import/${run.id}/start`} className="stack-s">
            {cohort.seats !== null && <p className="sm">{t('cohorts.import.seats')}</p>}
            <p>
              <button type="submit" className="btn primary">
                {t('cohorts.import.go', { count: toAdd })}
              </button>
            </p>
          </form>
        )}
        {run.startedAt && !run.endedAt && (
          <div className="note stack-s" role="status">
            <p>
              <strong>{progress}</strong>
            </p>
            <ProgressBar label={progress} value={counts.done} max={toAdd} />
            <p className="sm">{t('cohorts.import.runningLead')}</p>
            <p>
              <a className="btn" href={`${path}/import/${run.id}`}>
                {t('cohorts.import.refresh')}
              </a>
            </p>
          </div>
        )}
        {run.endedAt && (
          <p className="note ok" role="status">
            {t('cohorts.import.finished', { count: counts.done })}{' '}
            <a href={`${path}/people`}>{t('cohorts.import.backToPeople')}</a>
          </p>
        )}
        <Scrolling>
          <ListReport
            caption={t('cohorts.import.reportTitle')}
            headings={{
              line: t('cohorts.import.line'),
              email: t('cohorts.import.email'),
              person: t('cohorts.import.person'),
              verdict: t('cohorts.import.verdict'),
            }}
            rows={rows.map(({ line, email, nameArabic, nameLatin, verdict, problem }) => ({
              line: formatNumber(line, locale),
              email,
              name: (locale === 'ar' ? nameArabic || nameLatin : nameLatin || nameArabic) || '—',
              verdict,
              text: problem ? t(`cohorts.import.problems.${problem}`) : t(`cohorts.import.verdicts.${verdict}`),
            }))}
          />
        </Scrolling>
        {total > rows.length && <p className="sm muted">{t('cohorts.import.more', { count: total - rows.length })}</p>}
        <p>
          <a href={`${path}/import`}>{t('cohorts.import.again')}</a>
        </p>
      </main>
    )
    return { title: t('cohorts.import.reportTitle'), main, staff: true, index: false }
  })
}
