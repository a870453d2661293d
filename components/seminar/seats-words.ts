import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'

type Props = { seats: number | null; taken: number; waiting: number; locale: Locale; t: Translator }

/** How many seats are taken, in words. */
export function seatsWords({ seats, taken, waiting, locale, t }: Props): string {
  const number = (value: number) => formatNumber(value, locale)
  const seated =
    seats === null
      ? t('seminar.seatsFree', { taken: number(taken) })
      : t('seminar.seats', { taken: number(taken), seats: number(seats) })
  return waiting > 0 ? `${seated} · ${t('seminar.waiting', { count: number(waiting) })}` : seated
}
