import type { Locale } from '../locale'
import { type Reviewable, reviewedOn } from '../signoff/reviewed'
import { parseInline } from '../text/inline'
import { plainText } from '../text/markup'
import type { Model } from './model'

/**
 * The languages of a model that may be printed and copied. A court uses the Arabic: until a jurist has signed it, none
 * of them may.
 */
export function usableIn(review: Reviewable, shown: readonly Locale[]): Locale[] {
  if (reviewedOn(review, 'legal', 'ar') === null) return []
  return shown.filter((locale) => reviewedOn(review, 'legal', locale) !== null)
}

/** The two languages of its page: the Arabic, and one that explains it. */
export function languagesBeside(locale: Locale): readonly ['ar', Locale] {
  return ['ar', locale === 'ar' ? 'fr' : locale]
}

/** The wording as it is pasted into another document: without marks and without notes. */
export function wordingOf({ parts }: Pick<Model, 'parts'>, locale: Locale): string {
  return parts.map(({ text }) => plainText(text[locale])).join('\n\n')
}

const BLANK = /\[[^\]]+\]/g

/** The number of places to fill in. Brackets that belong to a mark do not count. */
export function countBlanks(text: string): number {
  const words = parseInline(text).filter(({ kind }) => kind === 'text' || kind === 'strong')
  return words.reduce((sum, part) => sum + (part.text.match(BLANK)?.length ?? 0), 0)
}
