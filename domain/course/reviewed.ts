import type { Locale } from '../locale'
import type { Lesson, Signoff } from './course'

/** The day a lesson was signed off in a language, as it now stands; null when no such sign-off counts. */
export function reviewedOn(
  { signoff, hashes }: Pick<Lesson, 'signoff' | 'hashes'>,
  role: Signoff[number]['role'],
  locale: Locale,
): string | null {
  const counting = signoff.filter(
    (sign) => sign.role === role && sign.language === locale && sign.hash === hashes[locale],
  )
  return (
    counting
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? null
  )
}
