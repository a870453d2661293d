import type { MemberStatus } from '../membership'
import type { Columns, RosterColumn } from './columns'
import { displayText } from './display-text'
import { cellOf, type ReadRow, type RosterPerson, type RowProblem, readRow } from './read-row'
import { type Mends, NO_MENDS } from './reading-plan'

export type ValidatedPerson = Omit<RosterPerson, 'email'> & { line: number; email: string } & (
    | { verdict: 'new' | 'existing' | 'already-in'; problem: null }
    | { verdict: 'wrong'; problem: RowProblem }
  )
type Row = { line: number; cells: readonly string[] }
/** A row that is not blank, with its line in the file. `shown`: the person's data, so that staff can find the row. */
export type ReadLine = { line: number; shown: ShownPerson; read: Exclude<ReadRow, { status: 'blank' }> }
type ShownPerson = { email: string; nameArabic: string; nameLatin: string }
export type Known = { accounts: ReadonlySet<string>; members: ReadonlyMap<string, string> }

/** With these statuses a member is not imported again: she is in the cohort, or has asked to be. */
const IN: readonly MemberStatus[] = ['invited', 'asked', 'waiting', 'active']
const NOBODY = { function: null, institution: '', locale: null } as const
const LONGEST_SHOWN = 80

/** Reads each row of a list independently. */
export function readRows(
  rows: readonly Row[],
  columns: Columns,
  mendsOn: (line: number) => Mends = () => NO_MENDS,
): ReadLine[] {
  return rows.flatMap(({ line, cells }) => {
    const mends = mendsOn(line)
    const read = readRow(cells, columns, mends)
    return read.status === 'blank' ? [] : [{ line, shown: shownOf(cells, columns, mends), read }]
  })
}

function shownOf(cells: readonly string[], columns: Columns, mends: Mends): ShownPerson {
  const cell = (column: RosterColumn) => displayText(cellOf(cells, columns, column, mends), LONGEST_SHOWN)
  return {
    email: cell('email'),
    nameArabic: cell('nameArabic') || `${cell('givenArabic')} ${cell('familyArabic')}`.trim(),
    nameLatin: cell('nameLatin') || `${cell('givenLatin')} ${cell('familyLatin')}`.trim(),
  }
}

/** The verdict on each row of a list. If two rows have the same e-mail, the first one counts. */
export function validateRows(lines: readonly ReadLine[], known: Known): ValidatedPerson[] {
  const seen = new Set<string>()
  return lines.map(({ line, shown, read }): ValidatedPerson => {
    if (read.status === 'wrong') return { line, ...NOBODY, ...shown, verdict: 'wrong', problem: read.problem }
    const { person } = read
    if (seen.has(person.email)) return { line, ...person, verdict: 'wrong', problem: 'twice' }
    seen.add(person.email)
    return { line, ...person, verdict: verdictOn(person.email, known), problem: null }
  })
}

/** The e-mails to look up for `Known`. */
export function emailsIn(lines: readonly ReadLine[]): string[] {
  return lines.flatMap(({ read }) => (read.status === 'person' ? [read.person.email] : []))
}

function verdictOn(email: string, { accounts, members }: Known): 'new' | 'existing' | 'already-in' {
  if (IN.some((status) => status === members.get(email))) return 'already-in'
  return accounts.has(email) ? 'existing' : 'new'
}
