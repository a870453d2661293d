import 'server-only'
import { readSheet } from 'read-excel-file/node'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { hasPieceOver } from '@/domain/cohort/import/longest-piece'
import { spansOver } from '@/domain/cohort/import/sheet-area'
import { entriesOf } from '../../zip-entries'
import { LONGEST_TEXT, type ReadCells, type RosterProblem, refused } from './roster'

// A workbook of 5,000 people unpacks to a few megabytes. One that unpacks to more is treated as a ZIP bomb.
const LARGEST_UNPACKED_BYTES = 16 * 1024 * 1024
const MOST_ENTRIES = 200
// Five thousand people with fifty columns.
const MOST_CELLS = 250_000

/** The first sheet of an XLSX file. It is parsed only after its true unpacked size is known to be harmless. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadCells> {
  const buffer = Buffer.from(bytes)
  try {
    const problem = await problemOf(buffer)
    if (problem) return refused(problem)
    const sheet = await readSheet(buffer)
    const rows = sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(asText) }))
    return { status: 'read', encoding: 'xlsx', rows }
  } catch {
    return refused('unreadable')
  }
}

function asText(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell)
}

/**
 * Counts the bytes that are unpacked, not those that the file announces: yauzl stops an entry that grows beyond its
 * announced size.
 */
async function problemOf(buffer: Buffer): Promise<RosterProblem | null> {
  const zip = await open(buffer)
  let bytes = 0
  let entries = 0
  for await (const entry of entriesOf(zip)) {
    entries += 1
    bytes += entry.uncompressedSize
    if (entries > MOST_ENTRIES) return 'too-many-parts'
    if (bytes > LARGEST_UNPACKED_BYTES) return 'too-dense'
    // The file itself says which entries are sheets, so all of them are checked.
    const text = await textOf(zip, entry)
    if (hasPieceOver(text, LONGEST_TEXT)) return 'too-long-text'
    if (spansOver(text, MOST_CELLS)) return 'too-many-cells'
  }
  return null
}

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })
}

/** Decodes byte by byte, which is enough for the names and positions of cells. */
function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('latin1')))
    })
  })
}
