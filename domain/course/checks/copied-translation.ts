import { LOCALES, type Locale } from '../../locale'
import { countWords } from '../../text/markup'
import { error, type Found } from './finding'
import { LANGUAGE_NAME } from './language-name'
import type { LocalizedText } from './source'

/** Below this many words, French and English may be the same. */
const SENTENCE = 4

const SCRIPT: Readonly<Record<Locale, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fr: /\p{Script=Latin}/u,
  en: /\p{Script=Latin}/u,
}

/** Finds a translation that only copies another language, or is written in the wrong script. */
export function copiedTranslation(localized: readonly LocalizedText[]): Found[] {
  return localized.flatMap((place) => {
    const { ar, fr, en } = place.texts
    const foreign = LOCALES.filter((locale) => isForeign(place.texts[locale], locale)).map((locale) =>
      error(place, `the text under “${locale}:” is not ${LANGUAGE_NAME[locale]}: translate it`),
    )
    const copied = fr !== undefined && (fr === en || fr === ar) && countWords(fr) >= SENTENCE
    return copied ? [...foreign, error(place, 'the same text stands in two languages: translate it')] : foreign
  })
}

function isForeign(text: string | undefined, locale: Locale): boolean {
  return text !== undefined && (text.trim() === '' || (/\p{L}/u.test(text) && !SCRIPT[locale].test(text)))
}
