import { z } from 'zod'
import { LOCALES, type Locale } from '../locale'

const written = z.string().trim().min(1).optional()

/** A text in some of the languages. One that is empty is one that is missing. */
export const textsSchema = z.strictObject({ ar: written, fr: written, en: written })
export type Texts = Partial<Record<Locale, string>>

/** Lines in some of the languages, such as the speakers of a sitting. */
export type Lines = Partial<Record<Locale, string[]>>

export type Shown<T> = { value: T; locale: Locale; missing: boolean }

/**
 * What a reader sees of texts that may lack her language: the text in it, or in the first language in which it was
 * given, with `missing` set. Null if there is none in any.
 */
export function shownIn<T extends string | readonly string[]>(
  texts: Partial<Record<Locale, T>>,
  asked: Locale,
): Shown<T> | null {
  for (const locale of [asked, ...LOCALES]) {
    const value = texts[locale]
    if (value !== undefined && value.length > 0) return { value, locale, missing: locale !== asked }
  }
  return null
}

/** The languages in which a text was given, in the order of the site. */
export function languagesOf(texts: Partial<Record<Locale, unknown>>): Locale[] {
  return LOCALES.filter((locale) => texts[locale] !== undefined)
}

/** True if a text was given in at least one language. */
export function isGiven(texts: Texts): boolean {
  return languagesOf(texts).length > 0
}
