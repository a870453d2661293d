import 'server-only'
import type { SeminarFacts } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/text/texts'
import type { SeminarRow } from '../db/seminar/seminars'

type Shown = Pick<SeminarRow, 'titles' | 'place' | 'startsAt' | 'endsAt'>

/** A seminar in the language of a letter. The letter says its times in words when it is written. */
export function seminarInLetter({ titles, place, startsAt, endsAt }: Shown, locale: Locale): SeminarFacts['seminar'] {
  return {
    title: wordsIn(titles, locale) ?? '',
    place: wordsIn(place, locale),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }
}

export function wordsIn(texts: Texts | null | undefined, locale: Locale): string | null {
  return (texts && shownIn(texts, locale)?.value) ?? null
}
