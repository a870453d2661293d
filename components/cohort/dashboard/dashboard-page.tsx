import { SEATED } from '@/domain/cohort/membership'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import type { Course } from '@/domain/course/course'
import { formatLooseDate } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href, newSeminarPath } from '../../shell/paths'
import { FinishedHtml } from '../../ui/finished-html'
import { Name } from '../../ui/name'
import { Scrolling } from '../../ui/scrolling'
import { CostlyProvisions } from '../learning/costly-provisions'
import { CohortActions } from './cohort-actions'
import { cohortFigures, lessonShares } from './cohort-figures'
import { CohortParts } from './cohort-parts'
import type { DashboardCourse, DashboardView } from './dashboard-view'
import { Figures } from './figures'
import { FirstSteps } from './first-steps'
import { FollowedPeople } from './followed-people'
import { LessonShares } from './lesson-shares'
import { ManageCohort, type Managed } from './manage-cohort'
import { ToDoList } from './to-do'
import { toDoOf } from './to-do-of'

/** The progress of a cohort: first its figures, then the tasks for its staff, then its people. */
export function DashboardPage(view: DashboardView) {
  const { cohort, courses, totals, steps, now, locale, t } = view
  const path = href(locale, `/cohorts/${cohort.id}`)
  const phase = phaseOf(cohort, now)
  const over = isOver(phase)
  return (
    <main id="main" className="wrap page stack dashboard">
      <Top {...view} path={path} />
      {steps && (
        <FirstSteps {...steps} path={path} face={href(locale, `/institutions/${cohort.institutionId}/face`)} t={t} />
      )}
      <Figures figures={cohortFigures(totals, courses.map(passRateOf), locale, t)} />
      <div className="grid to-do-and-manage">
        <ToDoList
          title={t(over ? 'cohorts.dashboard.over' : 'cohorts.dashboard.todo')}
          nothing={t(over ? 'cohorts.dashboard.overLead' : 'cohorts.dashboard.nothing')}
          items={toDoOf(view, phase, path, now, t)}
          log={{ href: `${path}/remind#log`, label: t('cohorts.remind.log') }}
        />
        <ManageCohort
          managed={managedOf(view)}
          may={view.may}
          path={path}
          copy={href(locale, `/institutions/${cohort.institutionId}/cohorts/new?copy=${cohort.id}`)}
          {...{ now, locale, t }}
        />
      </div>
      <FollowedPeople {...view} path={path} />
      {totals.people > 0 &&
        courses.map((course, place) => (
          <CourseFigures key={course.courseId} course={course} place={place} view={view} path={path} />
        ))}
    </main>
  )
}

const passRateOf = ({ release }: DashboardCourse) => release.course.exam?.passRate ?? null

function managedOf({ cohort: { seats }, courses, statuses }: DashboardView): Managed {
  const taken = SEATED.reduce((sum, status) => sum + (statuses[status] ?? 0), 0)
  return { seats, taken, deadlines: courses.flatMap(({ deadlines }) => Object.values(deadlines)) }
}

/** What the cohort is, what the reader may do with it, and what was just done. */
function Top({ cohort, courses, totals, statuses, may, done, path, locale, t }: DashboardView & { path: string }) {
  const people = Object.values(statuses).reduce<number>((sum, count = 0) => sum + count, 0)
  return (
    <div className="stack-s">
      <p className="sm">
        <a href={href(locale, `/institutions/${cohort.institutionId}/cohorts`)}>{t('cohorts.list.title')}</a>
      </p>
      <h1>
        <Name>{cohort.name}</Name>
      </h1>
      <ul className="facts sm muted">
        {courses.map(({ courseId, release }) => (
          <li key={courseId}>{typeset(release.course.file.title[locale], locale)}</li>
        ))}
        <li>{t('cohorts.dashboard.people', { count: totals.people })}</li>
        <li>{t('cohorts.dashboard.ends', { date: formatLooseDate(cohort.endsOn, locale) })}</li>
        {cohort.archivedAt && <li>{t('cohorts.dashboard.archived')}</li>}
      </ul>
      <CohortParts may={may} people={people} path={path} locale={locale} t={t} />
      <CohortActions may={may} path={path} seminar={href(locale, newSeminarPath(cohort))} t={t} />
      {done && (
        <p className="note ok" role="status">
          {t(`cohorts.form.${done}`)}
        </p>
      )}
    </div>
  )
}

type CourseProps = { course: DashboardCourse; place: number; view: DashboardView; path: string }

/** What the people of the cohort have done in one course, under its title if there are several. */
function CourseFigures({ course: { courseId, release, lessons }, place, view, path }: CourseProps) {
  const { courses, learning, totals, draw, locale, t } = view
  const { course } = release
  const several = courses.length > 1
  const measured = learning[place]
  const query = several ? `?${new URLSearchParams({ course: courseId })}` : ''
  const suffix = place === 0 ? '' : `-${place + 1}`
  const grid = (
    <div className="grid people-and-to-do">
      {course.exam && measured && (
        <CostlyProvisions
          id={`provisions${suffix}`}
          learning={measured}
          course={course}
          more={`${path}/learning${query}`}
          locale={locale}
          t={t}
        />
      )}
      <Lessons
        id={`lessons${suffix}`}
        course={course}
        lessons={lessons}
        people={totals.people}
        {...{ draw, locale, t }}
      />
    </div>
  )
  if (!several) return grid
  return (
    <section className="stack" aria-labelledby={`course${suffix}`}>
      <h2 id={`course${suffix}`}>{typeset(course.file.title[locale], locale)}</h2>
      {grid}
    </section>
  )
}

type LessonsProps = Pick<DashboardView, 'draw' | 'locale' | 't'> &
  Pick<DashboardCourse, 'lessons'> & { id: string; course: Course; people: number }

function Lessons({ id: section, course, lessons, people, draw, locale, t }: LessonsProps) {
  const titles = new Map(course.lessons.map(({ file }) => [file.id, file.title]))
  const named = lessons.flatMap(({ id, done }) => {
    const title = titles.get(id)
    return title ? [{ id, title, done }] : []
  })
  const { rows, chart } = lessonShares(named, people, locale, t)
  return (
    <section className="card stack" aria-labelledby={section}>
      <h2 id={section}>{t('cohorts.dashboard.lessons')}</h2>
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
