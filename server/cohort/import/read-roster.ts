import 'server-only'
import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from '@/domain/cohort/import/decode-text'
import { delimiterOf } from '@/domain/cohort/import/delimiter'
import { HEADER_WITHIN } from '@/domain/cohort/import/find-header'
import { readTable } from '@/domain/cohort/import/read-table'
import type { ReadingPlan } from '@/domain/cohort/import/reading-plan'
import { readWorkbook } from './read-workbook'
import {
  LONGEST_TEXT,
  MOST_PEOPLE,
  type ReadCells,
  type ReadRoster,
  type Reread,
  type RosterRow,
  refused,
} from './roster'

/** The header, and the lines that may precede it. */
const MOST_ROWS = MOST_PEOPLE + HEADER_WITHIN

/** The people of a CSV or XLSX file, whatever its name. It may take long: `readInWorker` runs it in a thread. */
export async function readRoster(bytes: Uint8Array, plan: ReadingPlan): Promise<ReadRoster> {
  // Every ZIP file begins with these bytes, and no text does.
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const list = isZip ? await readWorkbook(bytes) : readText(bytes)
  if (list.status === 'refused') return list
  const cells = list.rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (cells.length === 0) return refused('empty')
  const read = rereadRoster(cells, plan)
  return read.status === 'read' ? { ...read, encoding: list.encoding, cells } : read
}

/** The people in rows that were read before. */
export function rereadRoster(cells: readonly RosterRow[], plan: ReadingPlan): Reread {
  const table = readTable(cells, plan)
  return table.lines.length > MOST_PEOPLE ? refused('too-long') : { status: 'read', ...table }
}

class TooLong extends Error {}

function readText(bytes: Uint8Array): ReadCells {
  // Text contains no null byte: the file is a picture, a document or an older Excel file.
  if (bytes.subarray(0, 4096).includes(0)) return refused('unreadable')
  const { text, encoding } = decodeText(bytes)
  // `max_record_size` does not count separators.
  if (text.split(/\r\n?|\n/).some((line) => line.length > LONGEST_TEXT)) return refused('too-long-text')
  const rows: RosterRow[] = []
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_TEXT,
      on_record: (cells: string[], { lines }) => {
        if (cells.every((cell) => cell.trim() === '')) return null
        if (rows.push({ line: lines, cells }) > MOST_ROWS) throw new TooLong()
        return null
      },
    })
    return { status: 'read', encoding, rows }
  } catch (error) {
    if (error instanceof TooLong) return refused('too-long')
    const isLong = error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE'
    return refused(isLong ? 'too-long-text' : 'unreadable')
  }
}
