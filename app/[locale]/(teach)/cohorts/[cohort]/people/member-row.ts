import type { MemberRow } from '@/components/cohort/member-table'
import type { MemberAct } from '@/domain/cohort/member-acts'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Person } from '@/server/cohort/people/cohort-people'

/** What is asked about on a page of its own before it is done. */
const ASKED_FIRST: readonly MemberAct[] = ['refuse', 'withdraw', 'transfer']

/** @param path of the people's page. @param query what of it is shown, to come back to. */
export function memberRow(person: Person, path: string, query: string, locale: Locale, t: Translator): MemberRow {
  const { id, email, status, statusSince, letter, acts } = person
  const own = `${path}/${id}`
  return {
    id,
    email,
    name: nameIn(person, locale),
    status,
    statusText: t(`cohorts.statuses.${status}`),
    since: formatDate(statusSince, locale),
    letter: letter ? t(`cohorts.people.letterStates.${letter}`) : t('cohorts.people.noLetter'),
    letterFailed: letter === 'failed',
    action: `${own}${query}`,
    acts: acts.map((act) => ({
      act,
      label: t(`cohorts.people.${act}`),
      href: ASKED_FIRST.includes(act) ? `${own}/${act}${query}` : null,
    })),
  }
}
