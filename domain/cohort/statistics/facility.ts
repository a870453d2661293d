import { type Counts, Disclosable, type DisclosedCounts, type HiddenReason } from './disclose'
import { attemptsAt, type FirstAttempt, isRight } from './first-attempt'
import { tabulate } from './tabulate'
import { type Interval, wilsonInterval } from './wilson-interval'

export const RIGHT_OR_NOT = ['right', 'not-right'] as const

/** How many people got a question right on their first attempt, with full marks. */
export function facility(attempts: readonly FirstAttempt[], questionId: string): Disclosable<Counts> {
  const table = tabulate(
    attemptsAt(attempts, questionId),
    { rowsAre: 'groups', rows: ['everyone'], columns: RIGHT_OR_NOT },
    (attempt) => ({ row: 'everyone', column: rightOrNot(attempt) }),
  )
  return new Disclosable({ definition: 'facility', table })
}

export function rightOrNot(attempt: FirstAttempt): (typeof RIGHT_OR_NOT)[number] {
  return isRight(attempt) ? 'right' : 'not-right'
}

export type Rate = { label: string } & (
  | { status: 'shown'; people: number; rate: number; interval: Interval }
  | { status: 'hidden'; reason: HiddenReason }
)

/**
 * The share of each row in the first column, in [0, 1], with its Wilson 95 % interval; for `facility`, right / people.
 *
 * @see Crocker & Algina, Introduction to Classical and Modern Test Theory, 1986, ch. 14: item difficulty p.
 */
export function ratesOf({ rows }: DisclosedCounts): Rate[] {
  return rows.map(({ label, people, cells: [first] }) => {
    if (people.status === 'hidden') return { label, status: 'hidden', reason: people.reason }
    if (first?.status !== 'shown') return { label, status: 'hidden', reason: first?.reason ?? 'protects-a-group' }
    if (people.people === 0) return { label, status: 'hidden', reason: 'too-few-people' }
    const rate = first.people / people.people
    return {
      label,
      status: 'shown',
      people: people.people,
      rate,
      interval: wilsonInterval(first.people, people.people),
    }
  })
}
