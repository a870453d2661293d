import { SITUATIONS } from '@/domain/cohort/at-risk'
import { groupOf } from '@/domain/cohort/reminding'
import { typeset } from '@/i18n/typography'
import { pageLink } from '../../ui/pager'
import { StaffList } from '../../ui/staff-list'
import type { DashboardView } from './dashboard-view'
import { PeopleTable } from './people-table'
import { personRow } from './person-row'

type View = DashboardView & { path: string }

/** The people of a cohort with their progress, a filter by situation, and the link to remind those in one situation. */
export function FollowedPeople(view: View) {
  const { courses, chosen, named, shown, path, locale, t } = view
  const none = t(chosen ? 'cohorts.dashboard.noMatch' : 'cohorts.dashboard.empty')
  return (
    <section className="card stack-s" aria-labelledby="people">
      <h2 id="people">{t('cohorts.dashboard.everybody')}</h2>
      <p className="xs muted">{t('cohorts.dashboard.wall')}</p>
      <StaffList
        narrow={{
          action: path,
          filters: [
            {
              name: 'show',
              label: t('cohorts.dashboard.filter'),
              all: t('cohorts.dashboard.all'),
              choices: SITUATIONS.map((value) => ({
                value,
                label: t(`cohorts.situation.${value}`),
                chosen: value === chosen,
              })),
            },
          ],
        }}
        act={remindLink(view)}
        none={shown === 0 ? none : null}
        inSection
        pages={pagesOf(view)}
        t={t}
      >
        <PeopleTable
          caption={t('cohorts.dashboard.everybody')}
          headings={{
            person: t('cohorts.dashboard.person'),
            courses: courses.map(({ release }) => typeset(release.course.file.title[locale], locale)),
            progress: t('cohorts.dashboard.progress'),
            exam: t('cohorts.dashboard.exam'),
            lastActive: t('cohorts.dashboard.lastActive'),
            status: t('cohorts.dashboard.status'),
          }}
          people={named.map((person) => personRow(person, path, locale, t))}
        />
      </StaffList>
    </section>
  )
}

/** The link to remind those in the chosen situation, if one of them is due. */
function remindLink({ people, reasons, chosen, now, path, t }: View) {
  const reason = reasons.find((one) => one === chosen)
  return (
    reason &&
    groupOf(people, reason, now).due.length > 0 && (
      <p>
        <a className="btn" href={`${path}/remind?why=${reason}`}>
          {t('cohorts.dashboard.remind')}
        </a>
      </p>
    )
  )
}

function pagesOf({ chosen, page, shown, path, t }: View) {
  const pageHref = (number: number | null) =>
    number === null
      ? null
      : `${path}?${new URLSearchParams({ ...(chosen && { show: chosen }), page: String(number) })}#people`
  return {
    label: t('cohorts.dashboard.pages'),
    text: t('cohorts.dashboard.page', { from: page.from, to: page.to, total: shown }),
    before: pageLink(pageHref(page.before), t('cohorts.dashboard.before')),
    after: pageLink(pageHref(page.after), t('cohorts.dashboard.after')),
  }
}
