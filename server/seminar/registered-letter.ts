import 'server-only'
import type { Letter } from '@/domain/letter/letter'
import { nameIn } from '@/domain/person/name-in'
import type { Recipient } from '../db/seminar/seminar-recipients'
import type { SeminarRow } from '../db/seminar/seminars'
import { placeLink } from './place-link'
import { calendarSeminar } from './seminar-calendar'
import { seminarInLetter } from './seminar-in-letter'

/** The letter to a person who has just got a place, with the entry for her calendar. */
export async function registeredLetter(
  seminar: SeminarRow,
  person: Omit<Recipient, 'id'>,
): Promise<Letter<'seminarRegistered'>> {
  const { accountId, email, locale } = person
  return {
    ...{ kind: 'seminarRegistered', to: email, name: nameIn(person, locale), locale },
    link: await placeLink(seminar, person),
    about: {
      institution: nameIn(seminar.institution, locale),
      seminar: seminarInLetter(seminar, locale),
      calendar: calendarSeminar(seminar, accountId !== null),
    },
  }
}
