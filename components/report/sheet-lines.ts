import type { Day } from '@/domain/time/day'
import { formatLooseDate } from '@/i18n/translator'
import { definition, type Sheet, type Words } from './sheet'

/**
 * A table as the lines of a file for a spreadsheet. Its last lines say what is counted and how people are protected.
 */
export function sheetLines(sheet: Sheet, day: Day, { locale, t }: Words): (string | number)[][] {
  const note = t('cohorts.learning.note', {
    definition: definition(sheet.defined, t),
    date: formatLooseDate(day, locale),
  })
  return [
    [...sheet.headings],
    ...sheet.rows.map(({ head, cells }) => [head, ...cells.map((cell) => inFile(cell, t('report.hidden')))]),
    [note],
    [t('report.protection')],
  ]
}

function inFile(cell: Sheet['rows'][number]['cells'][number], hidden: string): string | number {
  if (cell === undefined) return ''
  return cell ?? hidden
}
