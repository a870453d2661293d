import type { Locale, Localized } from '../locale'
import type { Signoff } from './signoff'

/** A part that a jurist signs as a whole: a lesson with its practice, an invented file, or the bank. `hashes`: of its text in each language. */
export type Reviewable = { signoff: Signoff; hashes: Localized }

/** The day on which the present text of a part was signed off in a language; null if no sign-off counts. */
export function reviewedOn(
  { signoff, hashes }: Reviewable,
  role: Signoff[number]['role'],
  locale: Locale,
): string | null {
  const counting = signoff.filter((sign) => countsFor(sign, role, locale, hashes[locale]))
  return (
    counting
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? null
  )
}

/**
 * The day since which all of these parts are signed: that of the oldest sign-off that counts; null if one is missing.
 */
export function allReviewedOn(
  parts: readonly Reviewable[],
  role: Signoff[number]['role'],
  locale: Locale,
): string | null {
  const dates = parts.map((part) => reviewedOn(part, role, locale))
  return dates.includes(null) ? null : (dates.toSorted()[0] ?? null)
}

/**
 * The function and institution of the last person who signed the present text. Null unless she signed at the desk,
 * which writes them with an identifier instead of a name.
 */
export function reviewedBy(
  { signoff, hashes }: Reviewable,
  role: Signoff[number]['role'],
  locale: Locale,
): string | null {
  const counting = signoff.filter((sign) => countsFor(sign, role, locale, hashes[locale]))
  const last = counting.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1)
  return /^(.+) \(R-[A-Z0-9]+\)$/.exec(last?.by ?? '')?.[1] ?? null
}

/** A sign-off counts only if its hash is that of the present text. */
export function countsFor(
  sign: Signoff[number],
  role: Signoff[number]['role'],
  locale: Locale,
  hash: string | undefined,
): boolean {
  return sign.role === role && sign.language === locale && sign.hash === hash
}
