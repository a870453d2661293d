import { emailSchema } from '../../access/email'
import type { PersonFunction } from '../../access/person-function'
import { nameArabicSchema, nameLatinSchema } from '../../access/person-name'
import type { Locale } from '../../locale'
import { type Columns, type ListColumn, plain } from './columns'

/** A person as a list names her. What the list does not say is empty, and she says it when she comes. */
export type ListedPerson = {
  email: string
  nameArabic: string
  nameLatin: string
  function: PersonFunction | null
  locale: Locale | null
}
/** What is wrong with a row. Each has its sentence in i18n/messages/*.json under `cohorts.import.problems`. */
export const ROW_PROBLEMS = [
  'email-missing',
  'email',
  'name-arabic',
  'name-latin',
  'function',
  'locale',
  'twice',
] as const
export type RowProblem = (typeof ROW_PROBLEMS)[number]
export type ReadRow =
  | { status: 'person'; person: ListedPerson }
  | { status: 'blank' }
  | { status: 'wrong'; problem: RowProblem }

const FUNCTIONS: Readonly<Record<PersonFunction, readonly string[]>> = {
  judge: ['judge', 'juge', 'magistrat', 'magistrate', 'قاض', 'قاضي', 'قاضيه'],
  prosecutor: [
    'prosecutor',
    'procureur',
    'substitut',
    'parquet',
    'وكيل الملك',
    'نايب وكيل الملك',
    'قاضي النيابه العامه',
    'النيابه العامه',
  ],
  'investigating-judge': ['investigating judge', 'juge d instruction', 'قاضي التحقيق'],
  'juvenile-judge': ['juvenile judge', 'juge des mineurs', 'قاضي الاحداث'],
  'trainee-judge': [
    'trainee judge',
    'attache de justice',
    'attachee de justice',
    'auditeur de justice',
    'ملحق قضايي',
    'ملحقه قضاييه',
  ],
  clerk: ['clerk', 'greffier', 'greffiere', 'كاتب الضبط', 'كاتبه الضبط'],
  lawyer: ['lawyer', 'avocat', 'avocate', 'محام', 'محامي', 'محاميه'],
  'police-officer': ['police officer', 'officier de police judiciaire', 'opj', 'ضابط الشرطه القضاييه'],
  'social-worker': ['social worker', 'assistant social', 'assistante sociale', 'مساعد اجتماعي', 'مساعده اجتماعيه'],
  'labour-inspector': [
    'labour inspector',
    'inspecteur du travail',
    'inspectrice du travail',
    'مفتش الشغل',
    'مفتشه الشغل',
  ],
  'commission-member': ['commission member', 'membre de la commission', 'عضو اللجنه', 'عضو اللجنه الوطنيه'],
  other: ['other', 'autre', 'اخر', 'اخري'],
}
const LANGUAGES: Readonly<Record<Locale, readonly string[]>> = {
  ar: ['ar', 'arabe', 'arabic', 'العربيه', 'عربيه'],
  fr: ['fr', 'francais', 'french', 'الفرنسيه', 'فرنسيه'],
  en: ['en', 'anglais', 'english', 'الانجليزيه', 'انجليزيه'],
}

/** One row by itself: another row's fault never touches it. */
export function readRow(cells: readonly string[], columns: Columns): ReadRow {
  const cell = (column: ListColumn) => cells[columns[column] ?? -1]?.trim() ?? ''
  if (cells.every((text) => text.trim() === '')) return { status: 'blank' }
  if (cell('email') === '') return { status: 'wrong', problem: 'email-missing' }
  const email = emailSchema.safeParse(cell('email'))
  if (!email.success) return { status: 'wrong', problem: 'email' }
  const nameArabic = nameArabicSchema.safeParse(cell('nameArabic'))
  if (cell('nameArabic') !== '' && !nameArabic.success) return { status: 'wrong', problem: 'name-arabic' }
  const nameLatin = nameLatinSchema.safeParse(cell('nameLatin'))
  if (cell('nameLatin') !== '' && !nameLatin.success) return { status: 'wrong', problem: 'name-latin' }
  const named = namedIn(FUNCTIONS, cell('function'))
  if (named === undefined) return { status: 'wrong', problem: 'function' }
  const locale = namedIn(LANGUAGES, cell('locale'))
  if (locale === undefined) return { status: 'wrong', problem: 'locale' }
  return {
    status: 'person',
    person: {
      email: email.data,
      nameArabic: nameArabic.data ?? '',
      nameLatin: nameLatin.data ?? '',
      function: named,
      locale,
    },
  }
}

/** Null when nothing is said, undefined when it cannot be understood. */
function namedIn<T extends string>(names: Readonly<Record<T, readonly string[]>>, said: string): T | null | undefined {
  const name = plain(said)
  if (name === '') return null
  return (Object.keys(names) as T[]).find((code) => plain(code) === name || names[code].includes(name))
}
