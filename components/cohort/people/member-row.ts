import type { LetterState } from '@/domain/cohort/letter-state'
import type { MemberAct } from '@/domain/cohort/member-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import type { MemberRow } from './member-table'

/** A person on a cohort's list, with the acts that the reader may carry out. */
export type RosterPerson = Names & {
  id: string
  email: string
  function: string
  /** Court or office. */
  institution: string
  status: MemberStatus
  statusSince: Date
  /** The state of the last letter to her about her place, and when it was written. */
  letter: LetterState | null
  letterAt: Date | null
  acts: readonly MemberAct[]
}

/** Acts that a page of their own must confirm. */
const ASKED_FIRST: readonly MemberAct[] = ['refuse', 'address', 'withdraw', 'transfer']
/** Acts that the list itself offers; the others are on the page of the person. */
const IN_LIST: readonly MemberAct[] = ['admit', 'refuse']
/** Acts that the list also offers if the last letter did not arrive. */
const AFTER_FAILURE: readonly MemberAct[] = ['address']

/** @param path the address of the people's page. @param query its query string, for the link back. */
export function memberRow(person: RosterPerson, path: string, query: string, locale: Locale, t: Translator): MemberRow {
  const { id, email, status, statusSince, letter, letterAt, acts } = person
  const name = nameIn(person, locale)
  return {
    id,
    email,
    name,
    href: `${path}/${id}${query}`,
    about: [functionText(person.function, t), person.institution].filter(Boolean),
    status,
    statusText: t(`cohorts.statuses.${status}`),
    since: formatDate(statusSince, locale),
    letter: letter ? t(`cohorts.people.letterStates.${letter}`) : t('cohorts.people.noLetter'),
    letterOn: letterAt && formatDate(letterAt, locale),
    letterFailed: letter === 'failed',
    chooseText: t('cohorts.people.chooseOf', { name: name || email }),
    acts: actButtons(
      acts.filter((act) => IN_LIST.includes(act) || (letter === 'failed' && AFTER_FAILURE.includes(act))),
      `${path}/${id}`,
      query,
      t,
    ),
  }
}

/** The acts on a person. @param own the address of her page. @param query that of the list, for the link back. */
export function actButtons(acts: readonly MemberAct[], own: string, query: string, t: Translator) {
  return acts.map((act) => ({
    act,
    label: t(`cohorts.people.${act}`),
    // The page that asks for confirmation; null if the act is done at once.
    page: ASKED_FIRST.includes(act) ? `${own}/${act}${query}` : null,
    action: `${own}${query}`,
  }))
}

/** A known function in words; any other as the roster wrote it. */
export function functionText(written: string, t: Translator): string {
  const known = PERSON_FUNCTIONS.find((one) => one === written)
  return known ? t(`fields.functions.${known}`) : written
}
