const TAG = /^(?:[\w.-]+:)?(row|c)(?=[\s/>])/
const ATTRIBUTES = /^[^\s/>]+((?:[^>"']|"[^"]*"|'[^']*')*)>/
const PLACES = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const PLACE = /^([A-Z]{0,3})(\d{0,7})$/
const ALPHABET = 26

/**
 * Whether the area between the first and the last cell of a sheet has more than `most` cells. A single cell in the last
 * corner, in a file of some hundred bytes, makes an area of seventeen thousand million cells, and a library that reads
 * the sheet fills them all.
 *
 * @param xml a sheet of a workbook. Anything else has no area. @see ECMA-376, part 1, 18.3.1.4
 */
export function spansOver(xml: string, most: number): boolean {
  let [row, column, rows, columns] = [0, 0, 0, 0]
  for (const { tag, attributes } of tagsIn(xml)) {
    if (attributes === null) return true
    const place = placeIn(attributes)
    if (tag === 'row') [row, column] = [place.row || row + 1, 0]
    else {
      row = Math.max(row, place.row)
      column = place.column || column + 1
      rows = Math.max(rows, row)
      columns = Math.max(columns, column)
      if (rows * columns > most) return true
    }
  }
  return false
}

/** The rows and cells with their attributes; null for attributes that cannot be read. It runs in linear time. */
function* tagsIn(xml: string): Generator<{ tag: string; attributes: string | null }> {
  for (let start = xml.indexOf('<'); start !== -1; ) {
    const next = xml.indexOf('<', start + 1)
    const piece = xml.slice(start + 1, next === -1 ? undefined : next)
    const tag = TAG.exec(piece)?.[1]
    if (tag) yield { tag, attributes: ATTRIBUTES.exec(piece)?.[1] ?? null }
    start = next
  }
}

/**
 * The farthest place in the attributes; 0 if there is none. A place that cannot be read counts as beyond every limit.
 */
function placeIn(attributes: string): { row: number; column: number } {
  let [row, column] = [0, 0]
  for (const [, double, single] of attributes.matchAll(PLACES)) {
    const read = PLACE.exec(double ?? single ?? '')
    if (!read) return { row: Number.POSITIVE_INFINITY, column: Number.POSITIVE_INFINITY }
    row = Math.max(row, Number(read[2]))
    column = Math.max(column, columnOf(read[1] ?? ''))
  }
  return { row, column }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * ALPHABET + letter.charCodeAt(0) - 64, 0)
}
