import 'server-only'
import { csvRow } from '@/domain/cohort/export/cell'
import { SHEET_END, sheetRow, sheetStart, workbookParts } from '@/domain/cohort/export/sheet-xml'
import { BYTE_ORDER_MARK } from '@/domain/csv'
import { directionOf, type Locale } from '@/domain/locale'
import { type ZipEntry, zipOf } from '../../zip-stream'
import type { PeopleList } from './people-list'

const encode = (text: string) => new TextEncoder().encode(text)

export async function* csvFile({ columns, rows }: PeopleList): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield encode(BYTE_ORDER_MARK + csvRow(columns.map(({ heading }) => heading)))
  for await (const some of rows) yield encode(some.map(csvRow).join(''))
}

type Sheet = {
  title: string
  locale: Locale
  columns: readonly { heading: string; width: number }[]
  rows: PeopleList['rows']
}

/** A workbook of one sheet. */
export function xlsxFile(list: Sheet, now: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zipOf([
    ...Object.entries(workbookParts(list.title)).map(
      ([name, text]): ZipEntry => ({ name, at: now, pack: true, pieces: [encode(text)] }),
    ),
    { name: 'xl/worksheets/sheet1.xml', at: now, pack: true, pieces: sheet(list) },
  ])
}

async function* sheet({ columns, rows, locale }: Sheet) {
  yield encode(sheetStart(columns, directionOf(locale)))
  let number = 1
  for await (const some of rows) yield encode(some.map((cells) => sheetRow(cells, ++number)).join(''))
  yield encode(SHEET_END)
}
