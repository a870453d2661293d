import { SITUATIONS } from '@/domain/cohort/at-risk'
import type { Entry } from '@/domain/cohort/entry/entry'
import type { ChoiceAct } from '@/domain/cohort/many-acts'
import { MEMBER_STATUSES } from '@/domain/cohort/membership'
import { isNarrowed, PEOPLE_SORTS, type PeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import type { Places } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { type Filter, FilterForm } from '../../ui/filter-form'
import { Name } from '../../ui/name'
import { Pager, pageLink } from '../../ui/pager'
import { Scrolling } from '../../ui/scrolling'
import { WideFrame } from '../cohort-frame'
import { EntryNote } from '../entry/entry-note'
import { ManyBar } from './many-bar'
import { memberRow, type RosterPerson } from './member-row'
import { MemberTable, OneForm } from './member-table'

/** What the page can say about the last act. Each has its sentence and its tone. */
export const SAID = {
  yes: ['cohorts.people.done', 'ok'],
  queued: ['cohorts.people.queued', 'ok'],
  invited: ['cohorts.add.invited', 'ok'],
  waiting: ['cohorts.add.waiting', 'ok'],
  corrected: ['cohorts.address.done', 'ok'],
  nobody: ['cohorts.people.nobody', 'warn'],
  expired: ['cohorts.people.expired', 'warn'],
} as const
export type Said = keyof typeof SAID

type Props = {
  cohort: { id: string; name: string }
  entry: Entry
  mayEnrol: boolean
  said: Said | null
  /** The filters and the page of the list, read from the query string. */
  shown: PeopleQuery
  people: readonly RosterPerson[]
  /** The number of people found, and the position of this page among them. */
  found: number
  places: Places
  /** How many there are in each status. */
  statuses: Partial<Record<string, number>>
  /** Every seat is taken. */
  full: boolean
  /** The acts that can be done on several people at once. */
  many: readonly ChoiceAct[]
  locale: Locale
  t: Translator
}

/** Everyone on a cohort's list, in every status. */
export function CohortPeoplePage(props: Props) {
  const { cohort, entry, mayEnrol, said, shown, found, statuses, full, locale, t } = props
  const path = href(locale, `/cohorts/${cohort.id}`)
  const here = `${path}/people`
  return (
    <WideFrame back={{ href: path, label: <Name>{cohort.name}</Name> }} heading={t('cohorts.people.title')}>
      {mayEnrol && (
        <p className="row">
          <a className="btn primary" href={`${here}/new`}>
            {t('cohorts.people.add')}
          </a>
          <a className="btn" href={`${path}/import`}>
            {t('cohorts.people.import')}
          </a>
        </p>
      )}
      {said && (
        <p className={`note ${SAID[said][1]}`} role="status">
          {t(SAID[said][0])}
        </p>
      )}
      {shown.letterFailed && mayEnrol && found > 0 && <p className="note">{t('cohorts.address.failed')}</p>}
      {full && mayEnrol && (
        <p className="note sm">
          {t('cohorts.people.full')} <a href={`${path}/settings#seats`}>{t('cohorts.people.changeSeats')}</a>
        </p>
      )}
      <ul className="facts sm" aria-label={t('cohorts.people.counts')}>
        {MEMBER_STATUSES.filter((status) => statuses[status]).map((status) => (
          <li key={status}>
            {t(`cohorts.statuses.${status}`)} <strong>{formatNumber(statuses[status] ?? 0, locale)}</strong>
          </li>
        ))}
      </ul>
      <FilterForm
        action={here}
        search={{ name: 'q', label: t('cohorts.people.find'), value: shown.typed }}
        filters={filtersOf(props)}
        fold={t('cohorts.people.fold')}
        texts={{ filter: t('cohorts.people.findButton'), clear: t('library.cases.clear') }}
      />
      {found === 0 ? <NobodyFound shown={shown} here={here} t={t} /> : <Found {...props} here={here} />}
      <EntryNote entry={entry} change={mayEnrol ? `${path}/entry` : null} t={t} />
    </WideFrame>
  )
}

function NobodyFound({ shown, here, t }: { shown: PeopleQuery; here: string; t: Translator }) {
  if (!isNarrowed(shown)) return <p className="note">{t('cohorts.people.none')}</p>
  return (
    <p className="note" dir="auto">
      {shown.typed ? t('cohorts.people.noneFound', { typed: shown.typed }) : t('cohorts.people.noMatch')}{' '}
      <a href={here}>{t('cohorts.people.everybody')}</a>
    </p>
  )
}

/** The people found, on this page of the list. */
function Found(props: Props & { here: string }) {
  const { shown, people, found, places, many, here, locale, t } = props
  const pageHref = (page: number | null) => (page === null ? null : here + writePeopleQuery({ ...shown, page }))
  const table = (
    <Scrolling>
      <MemberTable
        caption={t('cohorts.people.title')}
        headings={{
          choose: t('cohorts.people.choose'),
          person: t('cohorts.people.person'),
          about: t('cohorts.people.functionOf'),
          status: t('cohorts.people.status'),
          since: t('cohorts.people.since'),
          letter: t('cohorts.people.letter'),
        }}
        people={people.map((person) => memberRow(person, here, writePeopleQuery(shown), locale, t))}
        choosing={many.length > 0}
      />
    </Scrolling>
  )
  return (
    <>
      <OneForm action={here} t={t} />
      {many.length === 0 ? table : <Choosing {...props}>{table}</Choosing>}
      <Pager
        label={t('cohorts.dashboard.pages')}
        text={t('cohorts.dashboard.page', { from: places.from, to: places.to, total: found })}
        before={pageLink(pageHref(places.before), t('cohorts.people.earlier'))}
        after={pageLink(pageHref(places.after), t('cohorts.people.later'))}
      />
    </>
  )
}

type ChoosingProps = Props & { here: string; children: React.ReactNode }

/** The form around the table with its checkboxes, and the acts on the chosen people. A page confirms each act. */
function Choosing({ shown, found, many, here, locale, t, children }: ChoosingProps) {
  return (
    <>
      <form method="post" action={`${here}/act${writePeopleQuery(shown)}`} className="stack select-people">
        <fieldset className="stack-s">
          <legend className="sr">{t('cohorts.people.choosePeople')}</legend>
          <label className="pick all-row">
            <input type="checkbox" name="all" value="yes" />
            <span>{t('cohorts.people.chooseAll', { count: found })}</span>
          </label>
          {children}
        </fieldset>
        <ManyBar acts={many} found={formatNumber(found, locale)} t={t} />
      </form>
      <p className="xs muted">{t('cohorts.people.manyLead')}</p>
    </>
  )
}

function filtersOf({ shown, statuses, locale, t }: Props): Filter[] {
  const counted = MEMBER_STATUSES.map((value) => ({
    value,
    label: t('cohorts.remind.situation', {
      situation: t(`cohorts.statuses.${value}`),
      count: formatNumber(statuses[value] ?? 0, locale),
    }),
    chosen: value === shown.status,
  }))
  const situations = SITUATIONS.map((value) => ({
    value,
    label: t(`cohorts.situation.${value}`),
    chosen: value === shown.situation,
  }))
  return [
    {
      name: 'status',
      label: t('cohorts.people.filter'),
      all: t('cohorts.people.all'),
      choices: [...counted, ...situations],
    },
    {
      name: 'letter',
      label: t('cohorts.people.letters'),
      all: t('cohorts.people.anyLetter'),
      choices: [{ value: 'failed', label: t('cohorts.people.failedOnly'), chosen: shown.letterFailed }],
    },
    {
      name: 'sort',
      label: t('cohorts.people.sort'),
      all: t('cohorts.people.sortUsual'),
      choices: PEOPLE_SORTS.map((value) => ({
        value,
        label: t(`cohorts.people.sorts.${value}`),
        chosen: value === shown.sort,
      })),
    },
  ]
}
