import { strToU8, zipSync } from 'fflate'
import { SHEET_END, sheetRow, sheetStart, workbookParts } from '@/domain/cohort/export/sheet-xml'

/** A workbook with one sheet. @param more further rows of the sheet, as XML. */
export async function workbook(headings: string[], rows: (string | null)[][], more = ''): Promise<Uint8Array> {
  const columns = headings.map((heading) => ({ heading, width: 20 }))
  const cells = rows.map((row, n) => sheetRow(row, n + 2))
  return workbookOf([sheetStart(columns, 'ltr'), ...cells, more, SHEET_END].join(''))
}

/** A workbook whose only sheet has this XML. */
export async function workbookOf(sheet: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = { ...workbookParts('Liste'), 'xl/worksheets/sheet1.xml': sheet }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])
  return Uint8Array.from(zipSync(Object.fromEntries(files)))
}
