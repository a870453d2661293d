import type { Printed, PrintedTable } from '@/domain/cohort/report/printed-table'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import type { ChartBar } from '../ui/chart'
import type { Regions } from '../ui/region-name'

/**
 * The tables of reports. Each has its title under `report.sheets`, a section on the page, and a file for a spreadsheet.
 */
export const SHEETS = ['cohorts', 'coverage', 'trained', 'people', 'certificates'] as const
export type SheetKey = (typeof SHEETS)[number]

/** The kinds of count. Each has a sentence in the list of definitions, and every figure links to one. */
export const DEFINED = [
  'places-by-half-year',
  'coverage',
  'people-trained',
  'people-by-function',
  'certificates',
] as const
export type Defined = (typeof DEFINED)[number]

/** Undefined for a cell that counts nothing; null if suppressed. */
export type SheetCell = Printed | undefined
export type SheetRow = { id: string; head: string; cells: readonly SheetCell[] }
export type SheetChart = { label: string; bars: readonly ChartBar[]; max: number; direction: 'columns' | 'rows' }
/** One table of a report in the reader's words, and its charts. */
export type Sheet = {
  key: SheetKey
  title: string
  /** The kind of count. */
  defined: Defined
  /** The sentence with the number of people counted; null if no people are counted. */
  people: string | null
  headings: readonly string[]
  rows: readonly SheetRow[]
  charts: readonly SheetChart[]
}

/** The language, texts and regions that the sheets need. */
export type Words = { locale: Locale; t: Translator; regions: Regions }

/** The sentence that says what is counted. */
export function definition(defined: Defined, t: Translator): string {
  return defined === 'coverage' ? t('report.coverageNote') : t(`cohorts.learning.definitions.${defined}`)
}

/** Bars of people; a hidden one says so and is not drawn. */
export function peopleChart(
  label: string,
  rows: readonly { label: string; people: Printed }[],
  direction: SheetChart['direction'],
  { locale, t }: Words,
): SheetChart {
  const bars = rows.map(({ label: name, people }) => ({
    label: people === null ? t('report.hiddenBar', { name }) : name,
    value: people,
    text: people === null ? '' : formatNumber(people, locale),
  }))
  return { label, bars, max: Math.max(1, ...rows.map(({ people }) => people ?? 0)), direction }
}

/** How many people a table counts. */
export function peopleOf({ people }: PrintedTable, { locale, t }: Words): string {
  return people === null ? t('report.peopleHidden') : t('report.people', { people: formatNumber(people, locale) })
}
