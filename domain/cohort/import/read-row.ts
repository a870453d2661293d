import { unguarded } from '../../csv'
import { FIELD_LIMITS } from '../../form/field-limits'
import { tidyLine } from '../../form/plain-line'
import { LOCALES, type Locale } from '../../locale'
import { emailSchema } from '../../person/email'
import { nameArabicSchema, nameLatinSchema } from '../../person/person-name'
import type { Columns, RosterColumn } from './columns'
import { displayText } from './display-text'
import { foldWord } from './fold-word'
import { functionNamed } from './function-names'
import { type Mendable, type Mends, NO_MENDS, type ValueKind } from './reading-plan'

/** A person as a list describes her. Missing values are empty or null; she fills them in when she joins. */
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
export const ROW_PROBLEMS = ['email-missing', 'email', 'name-arabic', 'name-latin', 'locale', 'twice', 'aside'] as const
export type RowProblem = (typeof ROW_PROBLEMS)[number]
export type ReadRow =
  | { status: 'person'; person: RosterPerson }
  | { status: 'blank' }
  | { status: 'wrong'; problem: RowProblem }

const LONGEST_FUNCTION = 80
const LONGEST_LANGUAGE = 80
const LANGUAGES: Readonly<Record<Locale, readonly string[]>> = {
  ar: ['ar', 'arabe', 'arabic', 'العربيه', 'عربيه'],
  fr: ['fr', 'francais', 'french', 'الفرنسيه', 'فرنسيه'],
  en: ['en', 'anglais', 'english', 'الانجليزيه', 'انجليزيه'],
}

/** Reads one row. An error in one row never affects another. */
export function readRow(cells: readonly string[], columns: Columns, mends: Mends = NO_MENDS): ReadRow {
  const cell = (column: RosterColumn) => cellOf(cells, columns, column, mends)
  if (cells.every((text) => text.trim() === '')) return { status: 'blank' }
  if (mends.fix?.aside) return { status: 'wrong', problem: 'aside' }
  if (cell('email') === '') return { status: 'wrong', problem: 'email-missing' }
  const email = emailSchema.safeParse(cell('email'))
  if (!email.success) return { status: 'wrong', problem: 'email' }
  const nameArabic = nameIn(nameArabicSchema, cell('nameArabic'), cell('givenArabic'), cell('familyArabic'))
  if (nameArabic === null) return { status: 'wrong', problem: 'name-arabic' }
  const nameLatin = nameIn(nameLatinSchema, cell('nameLatin'), cell('givenLatin'), cell('familyLatin'))
  if (nameLatin === null) return { status: 'wrong', problem: 'name-latin' }
  const said = { function: '', institution: '', locale: '' }
  for (const { kind, written, known } of valuesIn(cells, columns)) {
    const answer = known === null || kind === 'institution' ? mends.answer(kind, written) : undefined
    if (answer?.as === null) return { status: 'wrong', problem: 'aside' }
    if (kind === 'locale' && known === null && !answer) return { status: 'wrong', problem: 'locale' }
    said[kind] = answer?.as ?? known ?? written
  }
  return {
    status: 'person',
    person: {
      email: email.data,
      nameArabic,
      nameLatin,
      // A missing function is not an error: the person can state it when she joins.
      function: said.function || null,
      institution: said.institution,
      locale: LOCALES.find((locale) => locale === said.locale) ?? null,
    },
  }
}

export type WrittenValue = { kind: ValueKind; written: string; known: string | null }

/** The values of a row that are not empty. `known`: the value as understood by the platform; null if it is not. */
export function valuesIn(cells: readonly string[], columns: Columns): WrittenValue[] {
  const cell = (column: ValueKind, longest: number) =>
    displayText(tidyLine(cellOf(cells, columns, column, NO_MENDS)), longest)
  const [named, institution, locale] = [
    cell('function', LONGEST_FUNCTION),
    cell('institution', FIELD_LIMITS.institution),
    cell('locale', LONGEST_LANGUAGE),
  ]
  const values: WrittenValue[] = [
    { kind: 'function', written: named, known: functionNamed(named) },
    // There is no list of courts, so any text is accepted as an institution.
    { kind: 'institution', written: institution, known: institution },
    { kind: 'locale', written: locale, known: localeNamed(locale) ?? null },
  ]
  return values.filter(({ written }) => written !== '')
}

/** The content of a cell, or the correction that replaces it. */
export function cellOf(cells: readonly string[], columns: Columns, column: RosterColumn, { fix }: Mends): string {
  return unguarded((fix?.cells[column as Mendable] ?? cells[columns[column] ?? -1])?.trim() ?? '')
}

/**
 * The name in the platform's order, given name first. Empty if the list has no name, null if the text is not a name.
 */
function nameIn(schema: typeof nameLatinSchema, whole: string, given: string, family: string): string | null {
  const written = whole || `${given} ${family}`.trim()
  return written === '' ? '' : (schema.safeParse(written).data ?? null)
}

/** Undefined if the text names no known language. */
function localeNamed(said: string): Locale | undefined {
  const name = foldWord(said)
  return (Object.keys(LANGUAGES) as Locale[]).find((locale) => LANGUAGES[locale].includes(name))
}
