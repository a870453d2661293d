import type { Day } from '../../time/day'
import type { Cell } from './cell'

/** Indexes into the cell formats of `STYLES`; index 0 is a number. */
const TEXT = 1
const DATE = 2
const HEADING = 3

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

// Format 14 is the short date of the reader's settings, 49 is text: "=1" stays text even if somebody edits the cell.
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The parts of a workbook with one sheet, except the sheet itself. @see ECMA-376, part 1, 12.2 and 18 */
export function workbookParts(sheetName: string): Readonly<Record<string, string>> {
  const parts = ['workbook', 'worksheet', 'styles'] as const
  const paths = { workbook: 'xl/workbook.xml', worksheet: 'xl/worksheets/sheet1.xml', styles: 'xl/styles.xml' }
  const kinds = { workbook: 'sheet.main', worksheet: 'worksheet', styles: 'styles' }
  const overrides = parts.map(
    (part) => `<Override PartName="/${paths[part]}" ContentType="${TYPE}.${kinds[part]}+xml"/>`,
  )
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`
  const relations = (list: string) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`
  const name = escapeXml(sheetName.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31))
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', paths.workbook)),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': STYLES,
  }
}

type Column = { heading: string; width: number }

/** The sheet up to its first row, which stays in sight. @param columns with their width in characters. */
export function sheetStart(columns: readonly Column[], direction: 'ltr' | 'rtl'): string {
  const rightToLeft = direction === 'rtl' ? ' rightToLeft="1"' : ''
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const headings = columns.map(({ heading }, index) => textCell(`${letterOf(index)}1`, HEADING, heading))
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${rightToLeft}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`
}

/** @param number the number of the row, from 2 on. */
export function sheetRow(cells: readonly Cell[], number: number): string {
  return `<row r="${number}">${cells.map((cell, index) => xmlCell(cell, `${letterOf(index)}${number}`)).join('')}</row>`
}

export const SHEET_END = '</sheetData></worksheet>'

function xmlCell(cell: Cell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return textCell(at, TEXT, cell)
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  return `<c r="${at}" s="${DATE}"><v>${serialOf(cell.day)}</v></c>`
}

function textCell(at: string, style: number, text: string): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

/** Days since 30 December 1899, as Excel counts them. */
function serialOf(day: Day): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

const LETTERS = 26

/** A, B … Z, AA … for the index of a column, from 0. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS))
  return index < LETTERS ? last : letterOf(Math.floor(index / LETTERS) - 1) + last
}

// XML must not contain these: control characters, lone surrogates and noncharacters.
const UNFIT = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string): string {
  return text.replace(UNFIT, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}
