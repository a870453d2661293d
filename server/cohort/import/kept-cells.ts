import 'server-only'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { displayText } from '@/domain/cohort/import/display-text'
import { HEADER_WITHIN } from '@/domain/cohort/import/find-header'
import type { HeadRow } from '../../db/cohort/import-files'
import type { RosterRow } from './roster'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]
/** The rows after the last possible header from which the page takes its examples. */
const EXAMPLES = 20
const MOST_COLUMNS = 200
const LONGEST_EXAMPLE = 60

/** The rows of a list as they are stored: packed, since the text of a file may contain what a JSON column refuses. */
export async function packCells(rows: readonly RosterRow[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pack(JSON.stringify(rows.map(({ line, cells }) => [line, cells]))))
}

export async function unpackCells(packed: Uint8Array): Promise<RosterRow[]> {
  const rows = JSON.parse((await unpack(packed)).toString('utf8')) as [number, string[]][]
  return rows.map(([line, cells]) => ({ line, cells }))
}

/** The first rows, as a page shows them. */
export function headOf(rows: readonly RosterRow[]): HeadRow[] {
  return rows.slice(0, HEADER_WITHIN + EXAMPLES).map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, MOST_COLUMNS).map((cell) => displayText(cell, LONGEST_EXAMPLE)),
  }))
}
