import { chartHtml } from '@/app/chart-html'
import { documentPage } from '@/app/document'
import { Figures } from '@/components/cohort/figures'
import { LessonShares } from '@/components/cohort/lesson-shares'
import { PeopleTable } from '@/components/cohort/people-table'
import { ToDoList } from '@/components/cohort/to-do'
import { href } from '@/components/shell/paths'
import { FilterForm } from '@/components/ui/filter-form'
import { FinishedHtml } from '@/components/ui/finished-html'
import { Name } from '@/components/ui/name'
import { Pager } from '@/components/ui/pager'
import { Scrolling } from '@/components/ui/scrolling'
import { FOLLOWING, type Following } from '@/domain/cohort/at-risk'
import { deadlineField } from '@/domain/cohort/deadline-form'
import { DASHBOARD_ROWS, pageOf } from '@/domain/cohort/page-of'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { groupOf } from '@/domain/cohort/reminding'
import { formatLooseDate, formatNumber, formatPercent } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { permitFor } from '@/server/auth/permit'
import { requireCohort, targetOf } from '@/server/cohort/cohort-permit'
import { cohortDashboard, nameFollowed } from '@/server/cohort/dashboard'
import { cohortLearning } from '@/server/cohort/learning'
import { noteViews } from '@/server/cohort/note-views'
import { CohortActions } from './cohort-actions'
import { CostlyProvisions } from './costly-provisions'
import { FirstSteps } from './first-steps'
import { personRow } from './person-row'
import { toDoOf } from './to-do-of'

/** What was just done to it. */
const DONE = ['created', 'archived'] as const

type Context = { params: Promise<{ locale: string; cohort: string }> }

/** How a cohort gets on: the answer, what needs somebody, and the people, in this order. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const now = new Date()
    const { cohort, permit } = await requireCohort('cohort:read', cohortId)
    const statistics = permitFor(permit.actor, 'statistics:read', targetOf(cohort))
    const [dashboard, learning] = await Promise.all([
      cohortDashboard(permit, cohort, now),
      cohortLearning(statistics, cohort, now),
    ])
    const { release, people, totals, may } = dashboard
    const path = href(locale, `/cohorts/${cohort.id}`)
    const phase = phaseOf(cohort, now)
    const done = DONE.find((one) => one === query.get('done'))
    const [firstLesson] = release.course.file.outline
    const firstDay = firstLesson ? `#cohort-${deadlineField(firstLesson)}` : ''
    const chosen = FOLLOWING.find((one) => one === query.get('show')) ?? null
    const shown = people.filter(({ following }) => chosen === null || following === chosen)
    const reason = dashboard.reasons.find((one) => one === chosen)
    const page = pageOf(shown, query.get('page'), DASHBOARD_ROWS)
    const named = await nameFollowed(permit, page.rows)
    await noteViews(
      permit,
      cohort,
      named.map(({ accountId }) => accountId),
      now,
    )
    const pageHref = (number: number) =>
      `${path}?${new URLSearchParams({ ...(chosen && { show: chosen }), page: String(number) })}#people`
    const rule = release.course.exam
    const of = t('cohorts.dashboard.of', { count: totals.people })
    const figure = (key: 'active' | 'completed' | 'passed' | 'support', value: number, note: string) => ({
      label: t(`cohorts.dashboard.${key}`),
      value: formatNumber(value, locale),
      note,
    })
    const shares = dashboard.lessons.map(({ id, done }) => ({
      id,
      title: typeset(release.lessons.get(id)?.file.title[locale] ?? id, locale),
      done,
      rate: totals.people === 0 ? 0 : done / totals.people,
    }))
    const main = (
      <main id="main" className="wrap page stack dashboard">
        <div className="stack-s">
          <p className="sm">
            <a href={href(locale, `/institutions/${cohort.institutionId}/cohorts`)}>{t('cohorts.list.title')}</a>
          </p>
          <h1>
            <Name>{cohort.name}</Name>
          </h1>
          <ul className="facts sm muted">
            <li>{typeset(release.course.file.title[locale], locale)}</li>
            <li>{t('cohorts.dashboard.people', { count: totals.people })}</li>
            <li>{t('cohorts.dashboard.ends', { date: formatLooseDate(cohort.endsOn, locale) })}</li>
            {cohort.archivedAt && <li>{t('cohorts.dashboard.archived')}</li>}
          </ul>
          <CohortActions
            may={may}
            path={path}
            copy={`${href(locale, `/institutions/${cohort.institutionId}/cohorts/new`)}?copy=${cohort.id}`}
            t={t}
          />
          {done && (
            <p className="note ok" role="status">
              {t(`cohorts.form.${done}`)}
            </p>
          )}
        </div>
        {may.change && Object.keys(dashboard.statuses).length === 0 && (
          <FirstSteps may={may} path={path} deadlines={`${path}/edit${firstDay}`} t={t} />
        )}
        <Figures
          figures={[
            figure('active', totals.active, of),
            figure('completed', totals.completed, of),
            figure(
              'passed',
              totals.passed,
              rule
                ? t('cohorts.dashboard.threshold', { rate: formatPercent(rule.passRate, locale) })
                : t('cohorts.dashboard.noExam'),
            ),
            figure('support', totals.toSupport, t('cohorts.dashboard.supportNote')),
          ]}
        />
        <div className="grid people-and-to-do">
          <ToDoList
            title={t(isOver(phase) ? 'cohorts.dashboard.over' : 'cohorts.dashboard.todo')}
            nothing={t(isOver(phase) ? 'cohorts.dashboard.overLead' : 'cohorts.dashboard.nothing')}
            items={toDoOf(dashboard, phase, path, now, t)}
            log={{ href: `${path}/remind#log`, label: t('cohorts.remind.log') }}
          />
          <section className="card stack-s" aria-labelledby="people">
            <h2 id="people">{t('cohorts.dashboard.everybody')}</h2>
            <p className="xs muted">{t('cohorts.dashboard.wall')}</p>
            <FilterForm
              action={path}
              filters={[
                {
                  name: 'show',
                  label: t('cohorts.dashboard.filter'),
                  all: t('cohorts.dashboard.all'),
                  choices: FOLLOWING.map((value) => ({
                    value,
                    label: following(value),
                    chosen: value === chosen,
                  })),
                },
              ]}
              texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
            />
            {reason && groupOf(people, reason, now).due.length > 0 && (
              <p>
                <a className="btn" href={`${path}/remind?why=${reason}`}>
                  {t('cohorts.dashboard.remind')}
                </a>
              </p>
            )}
            {shown.length === 0 && (
              <p className="muted">{t(chosen ? 'cohorts.dashboard.noMatch' : 'cohorts.dashboard.empty')}</p>
            )}
            {shown.length > 0 && (
              <Scrolling>
                <PeopleTable
                  caption={t('cohorts.dashboard.everybody')}
                  headings={{
                    person: t('cohorts.dashboard.person'),
                    progress: t('cohorts.dashboard.progress'),
                    exam: t('cohorts.dashboard.exam'),
                    lastActive: t('cohorts.dashboard.lastActive'),
                    status: t('cohorts.dashboard.status'),
                  }}
                  people={named.map((person) => personRow(person, rule !== null, locale, t))}
                />
              </Scrolling>
            )}
            <Pager
              label={t('cohorts.dashboard.pages')}
              text={t('cohorts.dashboard.page', { from: page.from, to: page.to, total: shown.length })}
              before={
                page.before === null ? null : { href: pageHref(page.before), label: t('cohorts.dashboard.before') }
              }
              after={page.after === null ? null : { href: pageHref(page.after), label: t('cohorts.dashboard.after') }}
            />
          </section>
        </div>
        {totals.people > 0 && (
          <div className="grid people-and-to-do">
            {rule && <CostlyProvisions learning={learning} path={path} locale={locale} t={t} />}
            <section className="card stack" aria-labelledby="lessons">
              <h2 id="lessons">{t('cohorts.dashboard.lessons')}</h2>
              <div className="figure-body">
                <Scrolling>
                  <LessonShares
                    caption={t('cohorts.dashboard.lessons')}
                    headings={{
                      lesson: t('cohorts.dashboard.lesson'),
                      done: t('cohorts.dashboard.done'),
                      share: t('cohorts.dashboard.share'),
                    }}
                    rows={shares.map(({ id, title, done, rate }) => ({
                      id,
                      title,
                      done: formatNumber(done, locale),
                      share: formatPercent(rate, locale),
                    }))}
                  />
                </Scrolling>
                <div className="charts">
                  <FinishedHtml
                    html={chartHtml({
                      label: t('cohorts.dashboard.chart'),
                      bars: shares.map(({ title, rate }) => ({
                        label: title,
                        value: rate,
                        text: formatPercent(rate, locale),
                      })),
                      max: 1,
                      locale,
                      direction: 'rows',
                    })}
                  />
                </div>
              </div>
            </section>
          </div>
        )}
      </main>
    )
    return { title: cohort.name, main, staff: true, index: false }

    function following(value: Following) {
      return t(`cohorts.following.${value}`)
    }
  })
}
