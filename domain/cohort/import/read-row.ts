import { emailSchema } from '../../account/email'
import { nameArabicSchema, nameLatinSchema } from '../../account/person-name'
import { FIELD_LIMITS } from '../../form/field-limits'
import { tidyLine } from '../../form/plain-line'
import type { Locale } from '../../locale'
import type { Columns, RosterColumn } from './columns'
import { displayText } from './display-text'
import { foldWord } from './fold-word'
import { functionNamed } from './function-names'

/** A person as a list describes her. What the list does not say is empty, and the person fills it in when she joins. */
export type RosterPerson = {
  email: string
  nameArabic: string
  nameLatin: string
  /** One of `PERSON_FUNCTIONS`, or the words of the list; null if it names none. */
  function: string | null
  /** The court or office; may be empty. */
  institution: string
  locale: Locale | null
}
/** What can be wrong with a row. Each has its sentence in i18n/messages/*.json under `cohorts.import.problems`. */
export const ROW_PROBLEMS = ['email-missing', 'email', 'name-arabic', 'name-latin', 'locale', 'twice'] as const
export type RowProblem = (typeof ROW_PROBLEMS)[number]
export type ReadRow =
  | { status: 'person'; person: RosterPerson }
  | { status: 'blank' }
  | { status: 'wrong'; problem: RowProblem }

const LONGEST_FUNCTION = 80
const LANGUAGES: Readonly<Record<Locale, readonly string[]>> = {
  ar: ['ar', 'arabe', 'arabic', 'العربيه', 'عربيه'],
  fr: ['fr', 'francais', 'french', 'الفرنسيه', 'فرنسيه'],
  en: ['en', 'anglais', 'english', 'الانجليزيه', 'انجليزيه'],
}

/** Reads one row. An error in one row never affects another. */
export function readRow(cells: readonly string[], columns: Columns): ReadRow {
  const cell = (column: RosterColumn) => cells[columns[column] ?? -1]?.trim() ?? ''
  if (cells.every((text) => text.trim() === '')) return { status: 'blank' }
  if (cell('email') === '') return { status: 'wrong', problem: 'email-missing' }
  const email = emailSchema.safeParse(cell('email'))
  if (!email.success) return { status: 'wrong', problem: 'email' }
  const nameArabic = nameIn(nameArabicSchema, cell('nameArabic'), cell('givenArabic'), cell('familyArabic'))
  if (nameArabic === null) return { status: 'wrong', problem: 'name-arabic' }
  const nameLatin = nameIn(nameLatinSchema, cell('nameLatin'), cell('givenLatin'), cell('familyLatin'))
  if (nameLatin === null) return { status: 'wrong', problem: 'name-latin' }
  const locale = localeNamed(cell('locale'))
  if (locale === undefined) return { status: 'wrong', problem: 'locale' }
  // A missing function is not an error: the person can state it when she joins.
  const written = displayText(tidyLine(cell('function')), LONGEST_FUNCTION)
  const institution = displayText(tidyLine(cell('institution')), FIELD_LIMITS.institution)
  const named = functionNamed(written) ?? (written || null)
  return {
    status: 'person',
    person: { email: email.data, nameArabic, nameLatin, function: named, institution, locale },
  }
}

/**
 * The name in the platform's order, given name first. Empty if the list has no name, null if the text is not a name.
 */
function nameIn(schema: typeof nameLatinSchema, whole: string, given: string, family: string): string | null {
  const written = whole || `${given} ${family}`.trim()
  return written === '' ? '' : (schema.safeParse(written).data ?? null)
}

/** Null if the cell is empty, undefined if it cannot be understood. */
function localeNamed(said: string): Locale | null | undefined {
  const name = foldWord(said)
  if (name === '') return null
  return (Object.keys(LANGUAGES) as Locale[]).find((locale) => LANGUAGES[locale].includes(name))
}
