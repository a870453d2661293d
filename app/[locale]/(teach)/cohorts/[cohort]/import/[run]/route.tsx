import { documentPage } from '@/app/document'
import { ListColumns } from '@/components/cohort/list-columns'
import { ListReport } from '@/components/cohort/list-report'
import { href } from '@/components/shell/paths'
import { FilterForm } from '@/components/ui/filter-form'
import { Name } from '@/components/ui/name'
import { Pager } from '@/components/ui/pager'
import { Scrolling } from '@/components/ui/scrolling'
import { PERSON_FUNCTIONS } from '@/domain/account/person-function'
import { isTaken } from '@/domain/cohort/import/outcome'
import { VERDICTS } from '@/domain/cohort/import/verdict'
import { nameIn } from '@/domain/cohort/name-in'
import { formatNumber, type Translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { type JudgedRow, listProgress, listReport } from '@/server/cohort/import/import-report'
import { renderToHtml } from '@/server/content/render-once'
import { progressPart } from './progress-part'

type Context = { params: Promise<{ locale: string; cohort: string; run: string }> }

/** What a list would do, is doing, or did. Its own script asks only how far it is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId, run: runId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const now = new Date()
    const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
    if (request.headers.get('x-fragment')) {
      const part = progressPart(await listProgress(permit, runId, now), locale, t)
      return new Response(part && renderToHtml(part), {
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
      })
    }
    const asked = { show: query.get('show'), page: query.get('page') }
    const report = await listReport(permit, runId, asked, now)
    const { run, counts, stage, toAdd, verdict, places } = report
    const path = href(locale, `/cohorts/${cohort.id}`)
    const here = `${path}/import/${run.id}`
    const pageHref = (page: number) =>
      `${here}?${new URLSearchParams({ ...(verdict && { show: verdict }), page: String(page) })}#rows`
    const unused = run.columns.filter(({ column }) => column === null).length
    const wayTo = (page: number | null, label: string) => (page === null ? null : { href: pageHref(page), label })
    const main = (
      <main id="main" className="wrap page stack">
        <p className="sm">
          <a href={`${path}/people`}>
            <Name>{cohort.name}</Name>
          </a>
        </p>
        <h1>{t('cohorts.import.reportTitle')}</h1>
        <ul className="facts sm muted">
          <li>
            <bdi>{run.fileName}</bdi>
          </li>
          <li>{t('cohorts.import.reportLead', { rows: report.total })}</li>
          {run.encoding && <li>{t('cohorts.import.encoding', { encoding: run.encoding })}</li>}
        </ul>
        <ul className="facts">
          {VERDICTS.map((each) => (
            <li key={each}>
              {t(`cohorts.import.verdicts.${each}`)} <strong>{formatNumber(counts[each], locale)}</strong>
            </li>
          ))}
        </ul>
        {stage === 'checked' && toAdd === 0 && <p className="note">{t('cohorts.import.nothing')}</p>}
        {stage === 'checked' && toAdd > 0 && !cohort.archivedAt && (
          <form method="post" action={`${here}/start`} className="stack-s">
            {cohort.seats !== null && <p className="sm">{t('cohorts.import.seats')}</p>}
            <p>
              <button type="submit" className="btn primary">
                {t('cohorts.import.go', { count: toAdd })}
              </button>
            </p>
          </form>
        )}
        {progressPart(report, locale, t)}
        {run.columns.length > 0 && (
          <section className="stack-s" aria-labelledby="columns">
            <h2 id="columns">{t('cohorts.import.columnsTitle')}</h2>
            {unused > 0 && <p className="note warn">{t('cohorts.import.columnsUnused', { count: unused })}</p>}
            <ListColumns
              caption={t('cohorts.import.columnsTitle')}
              headings={{ written: t('cohorts.import.columnWritten'), taken: t('cohorts.import.columnTaken') }}
              columns={run.columns.map(({ written, column }) => ({
                written,
                taken: column && t(`cohorts.import.columns.${column}`),
              }))}
              unused={t('cohorts.import.columnUnused')}
            />
          </section>
        )}
        <section className="stack-s" aria-labelledby="rows">
          <h2 id="rows">{t('cohorts.import.rows')}</h2>
          <FilterForm
            action={here}
            filters={[
              {
                name: 'show',
                label: t('cohorts.import.verdict'),
                all: t('cohorts.import.allRows'),
                choices: VERDICTS.map((value) => ({
                  value,
                  label: t(`cohorts.import.verdicts.${value}`),
                  chosen: value === verdict,
                })),
              },
            ]}
            texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
          />
          {report.shown === 0 && <p className="muted">{t('cohorts.import.noRow')}</p>}
          {report.shown > 0 && (
            <Scrolling>
              <ListReport
                caption={t('cohorts.import.rows')}
                headings={{
                  line: t('cohorts.import.line'),
                  email: t('cohorts.import.email'),
                  person: t('cohorts.import.person'),
                  function: t('fields.function'),
                  verdict: t('cohorts.import.verdict'),
                }}
                rows={report.rows.map((row) => ({
                  line: formatNumber(row.line, locale),
                  email: row.email,
                  name: nameIn(row, locale) || '—',
                  institution: row.institution,
                  function: functionOf(row, t),
                  tone: toneOf(row),
                  text: saidOf(row, t),
                }))}
              />
            </Scrolling>
          )}
          <Pager
            label={t('cohorts.dashboard.pages')}
            text={t('cohorts.dashboard.page', { from: places.from, to: places.to, total: report.shown })}
            before={wayTo(places.before, t('cohorts.people.earlier'))}
            after={wayTo(places.after, t('cohorts.people.later'))}
          />
        </section>
        <p>
          <a href={`${path}/import`}>{t('cohorts.import.again')}</a>
        </p>
      </main>
    )
    return { title: t('cohorts.import.reportTitle'), main, script: 'list.js', staff: true, index: false }
  })
}

/** What the job made of the row; before that, what it would make of it. */
function saidOf({ problem, outcome, verdict }: JudgedRow, t: Translator): string {
  if (problem) return t(`cohorts.import.problems.${problem}`)
  return outcome ? t(`cohorts.import.outcomes.${outcome}`) : t(`cohorts.import.verdicts.${verdict}`)
}

function toneOf({ verdict, outcome }: JudgedRow): 'ok' | 'bad' | 'warn' | '' {
  if (outcome) return isTaken(outcome) ? 'ok' : 'warn'
  return verdict === 'wrong' ? 'bad' : verdict === 'already-in' ? '' : 'ok'
}

/** As the platform names it; one that is not of its list as the school wrote it, with a word about that. */
function functionOf(row: JudgedRow, t: Translator): { text: string; note: string | null } | null {
  if (!row.function) return null
  const known = PERSON_FUNCTIONS.find((one) => one === row.function)
  if (known) return { text: t(`fields.functions.${known}`), note: null }
  return { text: row.function, note: t('cohorts.import.functionAsWritten') }
}
