import type { Names } from '@/domain/account/profile'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { MemberAct } from '@/domain/cohort/member-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { MemberRow } from './member-table'

/** Somebody on a cohort's list, with what the reader may do about her. */
export type RosterPerson = Names & {
  id: string
  email: string
  status: MemberStatus
  statusSince: Date
  /** What became of the last letter written to her about her place. */
  letter: LetterState | null
  acts: readonly MemberAct[]
}

/** What is asked about on a page of its own before it is done. */
const ASKED_FIRST: readonly MemberAct[] = ['refuse', 'withdraw', 'transfer']

/** @param path of the people's page. @param query what of it is shown, to come back to. */
export function memberRow(person: RosterPerson, path: string, query: string, locale: Locale, t: Translator): MemberRow {
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
