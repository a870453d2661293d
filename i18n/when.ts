import type { Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/text/texts'
import { dayOf } from '@/domain/time/day'
import { formatDate, formatTime, formatWeekday, type Translator } from './translator'
import { capitalise } from './typography'

type Span = { startsAt: Date; endsAt: Date }

/** When an event takes place: its day and hours, or its first and last day if it takes several. */
export function whenOf({ startsAt, endsAt }: Span, locale: Locale, t: Translator): string {
  if (dayOf(startsAt) !== dayOf(endsAt)) {
    return capitalise(t('seminar.days', { from: formatDate(startsAt, locale), to: formatDate(endsAt, locale) }))
  }
  return capitalise(oneDay({ startsAt, endsAt }, locale, t))
}

function oneDay(span: Span, locale: Locale, t: Translator): string {
  const hours = hoursOf(span, locale, t)
  return t('seminar.whenOneDay', { day: formatWeekday(span.startsAt, locale), hours })
}

/** Within a sentence: the day and hours, or the first and last day, each with its hour. */
export function spanOf({ startsAt, endsAt }: Span, locale: Locale, t: Translator): string {
  if (dayOf(startsAt) === dayOf(endsAt)) return oneDay({ startsAt, endsAt }, locale, t)
  const moment = (at: Date) => t('registration.moment', { date: formatDate(at, locale), time: formatTime(at, locale) })
  return t('seminar.days', { from: moment(startsAt), to: moment(endsAt) })
}

/** A seminar in one line, for the page description that other sites list: its time and, if known, its place. */
export function describeSeminar(seminar: Span & { place: Texts | null }, locale: Locale, t: Translator): string {
  const place = seminar.place && shownIn(seminar.place, locale)?.value
  return [whenOf(seminar, locale, t), ...(place ? [place] : [])].join(' · ')
}

export function hoursOf({ startsAt, endsAt }: Span, locale: Locale, t: Translator): string {
  return t('seminar.fromTo', { from: formatTime(startsAt, locale), to: formatTime(endsAt, locale) })
}
