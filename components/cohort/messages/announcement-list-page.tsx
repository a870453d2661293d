import { wordsFor } from '@/domain/announcement/announcement'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDateTime, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { CardTable } from '../../ui/card-table'
import { Name } from '../../ui/name'
import { Pager, pageLink } from '../../ui/pager'
import { WideFrame } from '../cohort-frame'
import type { Announcement, AnnouncementDone } from './announcements'
import { groupName } from './group-name'

type Props = {
  cohort: { id: string; name: string; locale: Locale }
  announcements: readonly Announcement[]
  /** There are older ones on the next page. */
  more: boolean
  /** The first is 1. */
  page: number
  /** Nothing can be written to a cohort that is over. */
  over: boolean
  done: AnnouncementDone | null
  locale: Locale
  t: Translator
}

/** The announcements of a cohort, and the link to write one. */
export function AnnouncementListPage(props: Props) {
  const { cohort, announcements, more, page, over, done, locale, t } = props
  const path = href(locale, `/cohorts/${cohort.id}`)
  const here = `${path}/messages`
  const act = over ? null : { href: `${here}/new`, label: t('cohorts.messages.new') }
  return (
    <WideFrame back={{ href: path, label: <Name>{cohort.name}</Name> }} heading={t('cohorts.messages.title')} act={act}>
      {done && (
        <p className="note ok" role="status">
          {t(`cohorts.messages.done.${done}`)}
        </p>
      )}
      <p>{t(over ? 'cohorts.messages.over' : 'cohorts.messages.lead')}</p>
      {announcements.length === 0 ? (
        <p className="muted">{t('cohorts.messages.none')}</p>
      ) : (
        <List {...props} here={here} />
      )}
      <Pager
        label={t('cohorts.messages.pages')}
        text={t('proposals.page', { page: formatNumber(page, locale) })}
        before={pageLink(page > 1 ? `${here}?page=${page - 1}` : null, t('cohorts.messages.newer'))}
        after={pageLink(more ? `${here}?page=${page + 1}` : null, t('cohorts.messages.older'))}
      />
    </WideFrame>
  )
}

function List({ cohort, announcements, here, locale, t }: Props & { here: string }) {
  const headings = [
    t('cohorts.messages.subject'),
    t('cohorts.messages.to'),
    t('cohorts.messages.state'),
    t('cohorts.messages.by'),
  ] as const
  return (
    <CardTable caption={t('cohorts.messages.title')} headings={headings}>
      {announcements.map((row) => {
        const words = wordsFor(row.texts, locale, cohort.locale)
        const at = row.withdrawnAt ?? row.sentAt ?? row.dueAt ?? row.changedAt
        return (
          <tr key={row.id}>
            <th scope="row">
              <a href={`${here}/${row.id}`}>
                <bdi lang={words.locale}>{words.subject}</bdi>
              </a>
            </th>
            <td data-label={headings[1]}>
              {groupName(row.audience, t)}
              <br />
              <span className="sm muted">{counted(row.people, t).join(' · ')}</span>
            </td>
            <td data-label={headings[2]}>
              {t(`cohorts.messages.states.${row.state}`)}
              <br />
              <span className="sm muted">{formatDateTime(at, locale)}</span>
            </td>
            <td data-label={headings[3]}>
              <bdi>{authorOf(row, locale, t)}</bdi>
            </td>
          </tr>
        )
      })}
    </CardTable>
  )
}

/** The numbers of people who got a letter, who see it on their page only, and who still wait for it. */
export function counted({ letter, page, waiting }: Announcement['people'], t: Translator): string[] {
  return [
    letter && t('cohorts.messages.letters', { count: letter }),
    page && t('cohorts.messages.pageOnly', { count: page }),
    waiting && t('cohorts.messages.waiting', { count: waiting }),
  ].filter((line) => typeof line === 'string')
}

function authorOf({ nameArabic, nameLatin }: Announcement, locale: Locale, t: Translator): string {
  return nameArabic === null || nameLatin === null
    ? t('cohorts.messages.somebody')
    : nameIn({ nameArabic, nameLatin }, locale)
}
