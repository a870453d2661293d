import type { Entry } from '@/domain/cohort/entry/entry'
import { MEMBER_STATUSES } from '@/domain/cohort/membership'
import { type PeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import type { Filter } from '../../ui/filter-form'
import { Name } from '../../ui/name'
import { wayTo } from '../../ui/pager'
import { StaffList } from '../../ui/staff-list'
import { WideFrame } from '../cohort-frame'
import { EntryNote } from '../entry/entry-note'
import { memberRow, type RosterPerson } from './member-row'
import { MemberTable } from './member-table'

/** What was just done: something about somebody, or an admission that ended on the waitlist. */
const DONE = { yes: 'cohorts.people.done', queued: 'cohorts.people.queued' } as const

type Props = {
  cohort: { id: string; name: string }
  entry: Entry
  mayEnrol: boolean
  done: keyof typeof DONE | null
  /** What of the list is asked for. */
  shown: PeopleQuery
  people: readonly RosterPerson[]
  /** There are more of them on the next page. */
  more: boolean
  /** How many there are in each status. */
  statuses: Partial<Record<string, number>>
  locale: Locale
  t: Translator
}

/** Everyone on a cohort's list, wherever they stand. */
export function CohortPeoplePage(props: Props) {
  const { cohort, entry, mayEnrol, done, shown, people, more, statuses, locale, t } = props
  const path = href(locale, `/cohorts/${cohort.id}`)
  const here = `${path}/people`
  const narrowed = shown.status !== null || shown.letterFailed
  const turned = (pages: number) => here + writePeopleQuery({ ...shown, page: shown.page + pages })
  return (
    <WideFrame
      back={{ href: path, label: <Name>{cohort.name}</Name> }}
      heading={t('cohorts.people.title')}
      act={mayEnrol ? { href: `${path}/import`, label: t('cohorts.people.import') } : null}
    >
      <EntryNote entry={entry} change={mayEnrol ? `${path}/entry` : null} t={t} />
      {done && (
        <p className="note ok" role="status">
          {t(DONE[done])}
        </p>
      )}
      <ul className="facts sm" aria-label={t('cohorts.people.counts')}>
        {MEMBER_STATUSES.filter((status) => statuses[status]).map((status) => (
          <li key={status}>
            {t(`cohorts.statuses.${status}`)} <strong>{formatNumber(statuses[status] ?? 0, locale)}</strong>
          </li>
        ))}
      </ul>
      <StaffList
        narrow={{ action: here, filters: filtersOf(shown, t) }}
        none={people.length === 0 ? t(narrowed ? 'cohorts.people.noMatch' : 'cohorts.people.none') : null}
        pages={{
          label: t('cohorts.dashboard.pages'),
          text: t('proposals.page', { page: formatNumber(shown.page, locale) }),
          before: wayTo(shown.page > 1 ? turned(-1) : null, t('cohorts.people.earlier')),
          after: wayTo(more ? turned(1) : null, t('cohorts.people.later')),
        }}
        t={t}
      >
        <MemberTable
          caption={t('cohorts.people.title')}
          headings={{
            person: t('cohorts.people.person'),
            status: t('cohorts.people.status'),
            since: t('cohorts.people.since'),
            letter: t('cohorts.people.letter'),
            act: t('cohorts.people.act'),
          }}
          people={people.map((person) => memberRow(person, here, writePeopleQuery(shown), locale, t))}
        />
      </StaffList>
    </WideFrame>
  )
}

function filtersOf(shown: PeopleQuery, t: Translator): Filter[] {
  return [
    {
      name: 'show',
      label: t('cohorts.people.filter'),
      all: t('cohorts.people.all'),
      choices: MEMBER_STATUSES.map((value) => ({
        value,
        label: t(`cohorts.statuses.${value}`),
        chosen: value === shown.status,
      })),
    },
    {
      name: 'letter',
      label: t('cohorts.people.letters'),
      all: t('cohorts.people.anyLetter'),
      choices: [{ value: 'failed', label: t('cohorts.people.failedOnly'), chosen: shown.letterFailed }],
    },
  ]
}
