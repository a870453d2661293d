import 'server-only'
import { parse } from 'csv-parse/sync'
import { decodeList } from '@/domain/cohort/import/decode-list'
import { delimiterOf } from '@/domain/cohort/import/delimiter'
import type { ListProblem, ListRow, ReadList } from './list'
import { readWorkbook } from './read-workbook'

/** As it is sent; a list of 5,000 people is well under half of it. */
export const LARGEST_LIST_BYTES = 4 * 1024 * 1024
export const MOST_LINES = 5001

const refused = (problem: ListProblem): ReadList => ({ status: 'refused', problem })

/** The rows of a CSV or XLSX file, whatever its name says it is. */
export async function readList(bytes: Uint8Array): Promise<ReadList> {
  if (bytes.byteLength === 0) return refused('empty')
  if (bytes.byteLength > LARGEST_LIST_BYTES) return refused('too-large')
  // Every ZIP file begins so, and no text does.
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const list = isZip ? await readWorkbook(bytes) : readText(bytes)
  if (list.status === 'refused') return list
  const rows = list.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return refused('empty')
  return rows.length > MOST_LINES ? refused('too-long') : { ...list, rows }
}

function readText(bytes: Uint8Array): ReadList {
  // A null byte is in no text: it is a picture, a document or an older Excel.
  if (bytes.subarray(0, 4096).includes(0)) return refused('unreadable')
  const { text, encoding } = decodeList(bytes)
  const rows: ListRow[] = []
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 10_000,
      to: MOST_LINES + 1,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells })
        return null
      },
    })
    return { status: 'read', encoding, rows }
  } catch {
    return refused('unreadable')
  }
}
