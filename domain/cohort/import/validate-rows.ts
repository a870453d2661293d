import type { MemberStatus } from '../membership'
import type { Columns } from './columns'
import { displayText } from './display-text'
import { type ReadRow, type RosterPerson, type RowProblem, readRow } from './read-row'

export type ValidatedPerson = Omit<RosterPerson, 'email'> & { line: number; email: string } & (
    | { verdict: 'new' | 'existing' | 'already-in'; problem: null }
    | { verdict: 'wrong'; problem: RowProblem }
  )
type Row = { line: number; cells: readonly string[] }
/** A row that is not blank, by its line in the file. `shown`: the content of the e-mail cell, to find the row by. */
export type ReadLine = { line: number; shown: string; read: Exclude<ReadRow, { status: 'blank' }> }
export type Known = { accounts: ReadonlySet<string>; members: ReadonlyMap<string, string> }

/** With these statuses a member is not imported again: she is in the cohort, or has asked to be. */
const IN: readonly MemberStatus[] = ['invited', 'asked', 'waiting', 'active']
const NOBODY = { nameArabic: '', nameLatin: '', function: null, institution: '', locale: null } as const
const LONGEST_SHOWN = 80

/** Reads each row of a list independently. */
export function readRows(rows: readonly Row[], columns: Columns): ReadLine[] {
  return rows.flatMap(({ line, cells }) => {
    const read = readRow(cells, columns)
    return read.status === 'blank'
      ? []
      : [{ line, shown: displayText(cells[columns.email ?? -1] ?? '', LONGEST_SHOWN), read }]
  })
}

/** The verdict on each row of a list. If two rows have the same e-mail, the first one counts. */
export function validateRows(lines: readonly ReadLine[], known: Known): ValidatedPerson[] {
  const seen = new Set<string>()
  return lines.map(({ line, shown: email, read }): ValidatedPerson => {
    if (read.status === 'wrong') return { line, ...NOBODY, email, verdict: 'wrong', problem: read.problem }
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
