import 'server-only'
import type { Letter, SeminarPlaceFacts, SeminarPlaceLetterKind } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { shownIn } from '@/domain/text/texts'
import { formatDate, formatTime, translator } from '@/i18n/translator'
import type { Recipient } from '../db/seminar/seminar-recipients'
import type { SeminarRow } from '../db/seminar/seminars'
import { placeLink } from './place-link'

type About = Pick<SeminarRow, 'id' | 'titles' | 'place' | 'startsAt' | 'endsAt' | 'institution'>
/** The institution that writes, if it is not the organiser. */
type From = { nameArabic: string; nameLatin: string }

/** `3 décembre 2026, 09:30`, in Moroccan time. */
export function momentIn(at: Date, locale: Locale): string {
  return translator(locale)('registration.moment', { date: formatDate(at, locale), time: formatTime(at, locale) })
}

/** When and where a seminar takes place, in the language of a letter. */
function whenAndWhere({ startsAt, place }: About, locale: Locale): string {
  const where = place && shownIn(place, locale)?.value
  const when = momentIn(startsAt, locale)
  return where ? translator(locale)('registration.whenAndWhere', { when, where }) : when
}

export function titleIn({ titles }: Pick<About, 'titles'>, locale: Locale): string {
  return shownIn(titles, locale)?.value ?? ''
}

type Extra = { from?: From; answerBy?: Date; until?: Date; reminded?: SeminarPlaceFacts['reminded'] }

export function seminarFacts(
  seminar: About,
  locale: Locale,
  { from, answerBy, until, reminded }: Extra = {},
): SeminarPlaceFacts {
  return {
    course: titleIn(seminar, locale),
    institution: nameIn(from ?? seminar.institution, locale),
    place: whenAndWhere(seminar, locale),
    ...(answerBy && { answerBy: momentIn(answerBy, locale) }),
    ...(until && { until: until.toISOString() }),
    ...(reminded && { reminded }),
  }
}

/** A letter about a place. To an address without an account it has a link that works without one. */
export async function placeLetter<Kind extends SeminarPlaceLetterKind>(
  kind: Kind,
  seminar: About,
  person: Omit<Recipient, 'id'>,
  extra: Extra = {},
): Promise<Letter<Kind>> {
  const { email, locale } = person
  const link = await placeLink(seminar, person)
  return { kind, to: email, name: nameIn(person, locale), locale, link, about: seminarFacts(seminar, locale, extra) }
}
