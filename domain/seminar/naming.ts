import type { RosterPerson, RowProblem } from '../cohort/import/read-row'
import type { ReadLine } from '../cohort/import/validate-rows'
import type { RegistrationStatus } from './seminar'

/** The most people that one form names. */
export const MOST_NAMED = 500

/**
 * The result for the person of a row: `named` gets a seat, `waits` goes on the waitlist of a full seminar, `over` is
 * beyond the quota, `already` has a place or waits for one.
 */
export const NAMED_AS = ['named', 'waits', 'over', 'already', 'wrong'] as const
export type NamedAs = (typeof NAMED_AS)[number]
export type NamedRow = {
  line: number
  email: string
  name: string
  person: RosterPerson | null
  as: NamedAs
  problem: RowProblem | null
}

/** A person with one of these gave up or lost her place: she may be named again. */
const MAY_AGAIN: readonly RegistrationStatus[] = ['declined', 'lapsed', 'withdrawn']

/**
 * Judges the rows in their order, each by the places that those before it leave.
 *
 * @param room how many more may be named, by the quota or by the seats.
 * @param beyond the result for the rows after that.
 */
export function judgeNamed(
  lines: readonly ReadLine[],
  placed: ReadonlyMap<string, { status: RegistrationStatus }>,
  { room, beyond }: { room: number; beyond: 'over' | 'waits' },
): NamedRow[] {
  const seen = new Set<string>()
  let left = room
  return lines.map(({ line, shown, read }): NamedRow => {
    const name = shown.nameLatin || shown.nameArabic
    if (read.status === 'wrong')
      return { line, email: shown.email, name, person: null, as: 'wrong', problem: read.problem }
    const { person } = read
    const row = { line, email: person.email, name: person.nameLatin || person.nameArabic || name, person }
    if (seen.has(person.email)) return { ...row, as: 'wrong', problem: 'twice' }
    seen.add(person.email)
    const before = placed.get(person.email)
    if (before && !MAY_AGAIN.includes(before.status)) return { ...row, as: 'already', problem: null }
    if (left <= 0) return { ...row, as: beyond, problem: null }
    left -= 1
    return { ...row, as: 'named', problem: null }
  })
}
