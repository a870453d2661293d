import { bareNames } from '../course/checks/bare-names'
import { PERSONAL_PATTERNS } from '../course/checks/personal-patterns'
import { westernDigits } from '../form/typed-code'

/** Numbers of files and judgments: « 2024/2602/123 », « 123/24 », « ملف عدد 12 », “case no. 5”. */
const FILE_NUMBER =
  /\d{1,6}\s?\/\s?\d{2,6}(?:\s?\/\s?\d{1,6})?|(?<!\p{L})(?:dossiers?|affaires?|jugements?|arrêts?|décisions?|files?|cases?|judgments?)\s+(?:n\s?[°ºo]\.?|no\.?|num(?:éro|ber)?\.?|#)\s*\d|(?<!\p{L})(?:ال)?(?:ملف|قضية|قرار|حكم)\s+(?:جنائي\s+|جنحي\s+)?(?:عدد|رقم)\s*:?\s*\d/iu
/** « dossier Untel », « affaire X c. Y »: a case by the name of its parties. */
const CASE_BY_NAME = /(?<!\p{L})(?:affaires?|dossiers?)\s+\p{Lu}|\p{Lu}\p{L}+\s+(?:c\.|c\/|v\.)\s?\p{Lu}/u
const EMAIL = /\S@\S+\.\S/u

/**
 * Whether a text seems to name a person, or a file by which one could be found. It uses the checks of the library’s
 * decisions, and the numbers of files. Laws and articles pass: they have no slash, or are removed first.
 */
export function findsPerson(text: string): boolean {
  return isFound(text) || FILE_NUMBER.test(withoutLaws(westernDigits(text)))
}

/** Also finds names by their capitals. It finds too much for a form, but suits texts that other people will read. */
export function mayNamePerson(text: string): boolean {
  return findsPerson(text) || bareNames(text).length > 0
}

function isFound(text: string): boolean {
  const western = westernDigits(text)
  // `test` with a global pattern would start where the last match ended.
  const personal = PERSONAL_PATTERNS.some(([pattern]) => western.search(pattern) !== -1)
  return personal || CASE_BY_NAME.test(western) || EMAIL.test(western)
}

/** The law no. 27.14 and the articles of the penal code may be written with a slash too. */
function withoutLaws(text: string): string {
  return text.replace(/(?:27\s?\/\s?14|14\s?\/\s?27|09\s?\/\s?08|08\s?\/\s?09|448\s?[/-]\s?\d{1,2})(?!\s?[\d/])/gu, '')
}
