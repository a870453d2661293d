import { deadlineField } from '@/domain/cohort/deadline-form'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { formatLooseDate } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { FinishedHtml } from '../../ui/finished-html'
import { Name } from '../../ui/name'
import { Scrolling } from '../../ui/scrolling'
import { CostlyProvisions } from '../learning/costly-provisions'
import { CohortActions } from './cohort-actions'
import { cohortFigures, lessonShares } from './cohort-figures'
import type { DashboardView } from './dashboard-view'
import { Figures } from './figures'
import { FirstSteps } from './first-steps'
import { FollowedPeople } from './followed-people'
import { LessonShares } from './lesson-shares'
import { ToDoList } from './to-do'
import { toDoOf } from './to-do-of'

/** How a cohort gets on: the answer, what needs somebody, and the people, in this order. */
export function DashboardPage(view: DashboardView) {
  const { cohort, course, totals, statuses, may, learning, now, locale, t } = view
  const path = href(locale, `/cohorts/${cohort.id}`)
  const phase = phaseOf(cohort, now)
  const over = isOver(phase)
  const [firstLesson] = course.file.outline
  const firstDay = firstLesson ? `#cohort-${deadlineField(firstLesson)}` : ''
  return (
    <main id="main" className="wrap page stack dashboard">
      <Top {...view} path={path} />
      {may.change && Object.keys(statuses).length === 0 && (
        <FirstSteps may={may} path={path} deadlines={`${path}/edit${firstDay}`} t={t} />
      )}
      <Figures figures={cohortFigures(totals, course.exam?.passRate ?? null, locale, t)} />
      <div className="grid people-and-to-do">
        <ToDoList
          title={t(over ? 'cohorts.dashboard.over' : 'cohorts.dashboard.todo')}
          nothing={t(over ? 'cohorts.dashboard.overLead' : 'cohorts.dashboard.nothing')}
          items={toDoOf(view, phase, path, now, t)}
          log={{ href: `${path}/remind#log`, label: t('cohorts.remind.log') }}
        />
        <FollowedPeople {...view} path={path} />
      </div>
      {totals.people > 0 && (
        <div className="grid people-and-to-do">
          {course.exam && <CostlyProvisions learning={learning} course={course} path={path} locale={locale} t={t} />}
          <Lessons {...view} />
        </div>
      )}
    </main>
  )
}

/** What the cohort is, what the reader may do with it, and what was just done. */
function Top({ cohort, course, totals, may, done, path, locale, t }: DashboardView & { path: string }) {
  const cohorts = href(locale, `/institutions/${cohort.institutionId}/cohorts`)
  return (
    <div className="stack-s">
      <p className="sm">
        <a href={cohorts}>{t('cohorts.list.title')}</a>
      </p>
      <h1>
        <Name>{cohort.name}</Name>
      </h1>
      <ul className="facts sm muted">
        <li>{typeset(course.file.title[locale], locale)}</li>
        <li>{t('cohorts.dashboard.people', { count: totals.people })}</li>
        <li>{t('cohorts.dashboard.ends', { date: formatLooseDate(cohort.endsOn, locale) })}</li>
        {cohort.archivedAt && <li>{t('cohorts.dashboard.archived')}</li>}
      </ul>
      <CohortActions may={may} path={path} copy={`${cohorts}/new?copy=${cohort.id}`} t={t} />
      {done && (
        <p className="note ok" role="status">
          {t(`cohorts.form.${done}`)}
        </p>
      )}
    </div>
  )
}

function Lessons({ course, lessons, totals, draw, locale, t }: DashboardView) {
  const titles = new Map(course.lessons.map(({ file }) => [file.id, file.title]))
  const named = lessons.flatMap(({ id, done }) => {
    const title = titles.get(id)
    return title ? [{ id, title, done }] : []
  })
  const { rows, chart } = lessonShares(named, totals.people, locale, t)
  return (
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
            rows={rows}
          />
        </Scrolling>
        <div className="charts">
          <FinishedHtml html={draw(chart)} />
        </div>
      </div>
    </section>
  )
}
