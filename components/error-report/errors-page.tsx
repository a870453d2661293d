import type { ErrorKind, ErrorOutcome, ReportState } from '@/domain/error-report/error-report'
import { REPORT_STATES } from '@/domain/error-report/error-report'
import type { Places } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { Chips } from '../ui/chips'
import { listAddress } from '../ui/list-address'
import { pageLink } from '../ui/pager'
import { StaffList } from '../ui/staff-list'
import { type StaffDone, StaffPage } from '../ui/staff-page'
import { Text } from '../ui/text'

type Report = { id: string; reportedAt: Date; title: string; kind: ErrorKind; outcome: ErrorOutcome | null }
type Props = {
  reports: readonly Report[]
  /** Of the chosen course. */
  counts: Readonly<Record<ReportState, number>>
  places: Places
  courses: readonly { id: string; title: string }[]
  /** Null for all of them. */
  state: ReportState | null
  courseId: string | null
  done: StaffDone | null
  locale: Locale
  t: Translator
}

/** The address of the list. */
export const ERRORS_PATH = '/institutions/errors'

/** What readers reported, the newest first. */
export function ErrorsPage(props: Props) {
  const { reports, courses, state, courseId, done, locale, t } = props
  const here = href(locale, ERRORS_PATH)
  return (
    <StaffPage
      heading={t('errorReport.list')}
      lead={t('errorReport.listLead')}
      crumbs={[]}
      done={done}
      locale={locale}
      t={t}
    >
      <Chips label={t('errorReport.filter')} chips={stateChips(props)} />
      <StaffList
        narrow={{
          action: here,
          keep: state === null ? { state: 'all' } : { state },
          filters: [
            {
              name: 'course',
              label: t('errorReport.course'),
              all: t('errorReport.allCourses'),
              choices: courses.map(({ id, title }) => ({
                value: id,
                label: typeset(title, locale),
                chosen: id === courseId,
              })),
            },
          ],
        }}
        none={reports.length === 0 ? t('errorReport.none') : null}
        pages={pagesOf(props)}
        t={t}
      >
        <ReportTable reports={reports} locale={locale} t={t} />
      </StaffList>
    </StaffPage>
  )
}

function stateChips({ counts, state, courseId, locale, t }: Props) {
  const chip = (value: ReportState | null, label: string, count: number) => ({
    href: addressOf({ state: value, courseId, locale }),
    label,
    count,
    current: state === value,
  })
  return [
    ...REPORT_STATES.map((each) => chip(each, t(`errorReport.states.${each}`), counts[each])),
    chip(null, t('errorReport.all'), counts.open + counts.answered),
  ]
}

function pagesOf(props: Props) {
  const { places, counts, state, t } = props
  const turned = (page: number | null) => (page === null ? null : addressOf(props, page))
  const total = state === null ? counts.open + counts.answered : counts[state]
  return {
    label: t('errorReport.pages'),
    text: t('cohorts.dashboard.page', { from: places.from, to: places.to, total }),
    before: pageLink(turned(places.before), t('cohorts.people.earlier')),
    after: pageLink(turned(places.after), t('cohorts.people.later')),
  }
}

function addressOf({ state, courseId, locale }: Pick<Props, 'state' | 'courseId' | 'locale'>, page = 1): string {
  return listAddress(href(locale, ERRORS_PATH), {
    state: state ?? 'all',
    course: courseId ?? undefined,
    page: page > 1 ? String(page) : undefined,
  })
}

function ReportTable({ reports, locale, t }: Pick<Props, 'reports' | 'locale' | 't'>) {
  const headings = [t('errorReport.where'), t('fields.errorKind'), t('errorReport.reported'), t('errorReport.state')]
  const [, kind, reported, stateLabel] = headings
  return (
    <CardTable caption={t('errorReport.list')} headings={headings}>
      {reports.map((report) => (
        <tr key={report.id}>
          <th scope="row">
            <a href={href(locale, `${ERRORS_PATH}/${report.id}`)}>
              <Text>{typeset(report.title, locale)}</Text>
            </a>
          </th>
          <td data-label={kind}>{t(`errorReport.kinds.${report.kind}`)}</td>
          <td data-label={reported}>{formatDate(report.reportedAt, locale)}</td>
          <td data-label={stateLabel}>{stateOf(report.outcome, t)}</td>
        </tr>
      ))}
    </CardTable>
  )
}

export function stateOf(outcome: ErrorOutcome | null, t: Translator): string {
  return outcome === null ? t('errorReport.waiting') : t(`errorReport.outcomes.${outcome}`)
}
