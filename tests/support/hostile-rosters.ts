import { SHEET_END, sheetStart } from '@/domain/cohort/export/sheet-xml'
import type { RosterProblem } from '@/server/cohort/import/roster'
import { workbookOf } from './workbook'

type HostileList = { make: () => Promise<Uint8Array<ArrayBuffer>>; problem: RosterProblem | null }

const MEGABYTE = 1024 * 1024
const sheet = (rows: string) =>
  workbookOf(`${sheetStart([{ heading: 'E-mail', width: 20 }], 'ltr')}${rows}${SHEET_END}`)
const text = async (content: string) => new TextEncoder().encode(content)
const row = (n: number, cells: string) => `<row r="${n + 2}">${cells}</row>`
const rows = (count: number, cells: string) => Array.from({ length: count }, (_, n) => row(n, cells)).join('')
const inCell = (content: string) => row(0, `<c r="A2" t="inlineStr"><is><t>${content}</t></is></c>`)

/**
 * Files that are quick to send and would keep a server busy for long, each with the limit that it hits; null if it hits
 * none and is only slow to read.
 */
export const HOSTILE_ROSTERS = {
  '15 MB in one cell': { make: () => sheet(inCell('x'.repeat(15 * MEGABYTE))), problem: 'too-long-text' },
  '15 MB of brackets in a comment': {
    make: () => sheet(`<!--${'<>'.repeat(7.5 * MEGABYTE)}-->`),
    problem: 'too-long-text',
  },
  'a tag with 500,000 attributes': {
    make: () => sheet(`<row ${Array.from({ length: 500_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
    problem: 'too-long-text',
  },
  '16 MB of empty cells': { make: () => sheet(row(0, '<c/>'.repeat(3.9 * MEGABYTE))), problem: 'too-many-cells' },
  '22,000 wide rows': { make: () => sheet(rows(22_000, '<c/>'.repeat(40))), problem: 'too-many-cells' },
  '16 MB of tags that are nothing': {
    make: () => sheet('<x/>'.repeat(3.9 * MEGABYTE)),
    problem: null,
  },
  '4 MB of separators': { make: () => text(`email\n${';'.repeat(3.9 * MEGABYTE)}`), problem: 'too-long-text' },
  '4 MB of quotes': { make: () => text(`email\n${'"'.repeat(3.9 * MEGABYTE)}`), problem: 'too-long-text' },
  'a quote without end': { make: () => text(`email\n"${'a@b.ma\n'.repeat(0.5 * MEGABYTE)}`), problem: 'too-long-text' },
  '4 MB of line ends': { make: () => text(`email\n${'\n'.repeat(3.9 * MEGABYTE)}`), problem: null },
  'five thousand people': {
    make: () =>
      text(
        `email;nom;fonction\n${Array.from({ length: 5000 }, (_, n) => `p${n}@example.ma;Amina Tazi;Conseillère`).join('\n')}`,
      ),
    problem: null,
  },
  '4 MB of short rows': { make: () => text(`email\n${'a\n'.repeat(1.9 * MEGABYTE)}`), problem: 'too-long' },
} as const satisfies Record<string, HostileList>
