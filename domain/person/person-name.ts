import { FIELD_LIMITS } from '../form/field-limits'
import { lineSchema, tidyLine } from '../form/plain-line'

// At most two marks on a letter: shadda with its vowel, or the dot and line of a transliteration.
const ARABIC_WORD = '(?:(?=\\p{Script=Arabic})\\p{L}[\\u064B-\\u0655\\u0670]{0,2})+'
const LATIN_WORD = '(?:(?=[A-Za-zÀ-ɏḀ-ỿ])\\p{L}[\\u0300-\\u036F]{0,2}|[ʼʾʿ])+'

// A dot may only end a word, as in an initial: mail programs would turn `evil.example` into a link.
const nameOf = (word: string) => new RegExp(`^['’]?${word}(?:(?:(?:\\.? |-)['’]?|['’])${word})*\\.?$`, 'u')
const ARABIC_NAME = nameOf(ARABIC_WORD)
const LATIN_NAME = nameOf(LATIN_WORD)

/** The name as a certificate prints it: one kind of hyphen, and no tatweel, which only stretches a word. */
function tidyName(text: string): string {
  return tidyLine(text)
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u0640/g, '')
}

export const nameArabicSchema = lineSchema(
  FIELD_LIMITS.nameArabic,
  (name) => ARABIC_NAME.test(name),
  'name-arabic',
  tidyName,
)
export const nameLatinSchema = lineSchema(
  FIELD_LIMITS.nameLatin,
  (name) => LATIN_NAME.test(name),
  'name-latin',
  tidyName,
)
