import type { MemberStatus } from '../membership'
import type { Columns } from './columns'
import { type ListedPerson, type RowProblem, readRow } from './read-row'

export type JudgedPerson = Omit<ListedPerson, 'email'> & { line: number; email: string } & (
    | { verdict: 'new' | 'existing' | 'already-in'; problem: null }
    | { verdict: 'wrong'; problem: RowProblem }
  )
type Row = { line: number; cells: readonly string[] }
export type Known = { accounts: ReadonlySet<string>; members: ReadonlyMap<string, string> }

/** Statuses in which a list has nothing to add: she is in, or has asked to be. */
const IN: readonly MemberStatus[] = ['invited', 'asked', 'waiting', 'active']

/** What each row of a list would do. Blank rows do nothing; of two rows for one e-mail the first counts. */
export function judgeRows(rows: readonly Row[], columns: Columns, known: Known): JudgedPerson[] {
  const seen = new Set<string>()
  return rows.flatMap(({ line, cells }): JudgedPerson[] => {
    const read = readRow(cells, columns)
    if (read.status === 'blank') return []
    if (read.status === 'wrong')
      return [{ line, ...NOBODY, email: shown(cells, columns), verdict: 'wrong', problem: read.problem }]
    const { person } = read
    if (seen.has(person.email)) return [{ line, ...person, verdict: 'wrong', problem: 'twice' }]
    seen.add(person.email)
    return [{ line, ...person, verdict: verdictOn(person.email, known), problem: null }]
  })
}

/** The e-mails that what is known must be asked about. */
export function emailsIn(rows: readonly Row[], columns: Columns): string[] {
  return rows.flatMap(({ cells }) => {
    const read = readRow(cells, columns)
    return read.status === 'person' ? [read.person.email] : []
  })
}

const NOBODY = { nameArabic: '', nameLatin: '', function: null, locale: null } as const
const LONGEST_SHOWN = 80

/** What stands where the e-mail should, so that she who reads the report finds the row. */
function shown(cells: readonly string[], columns: Columns): string {
  return (cells[columns.email ?? -1] ?? '').trim().slice(0, LONGEST_SHOWN)
}

function verdictOn(email: string, { accounts, members }: Known): 'new' | 'existing' | 'already-in' {
  if (IN.some((status) => status === members.get(email))) return 'already-in'
  return accounts.has(email) ? 'existing' : 'new'
}
