import type { Locale } from '../../locale'

/** For messages to authors. */
export const LANGUAGE_NAME: Readonly<Record<Locale, string>> = { ar: 'Arabic', fr: 'French', en: 'English' }
