import type { MemberStatus } from './membership'

/** If a person has two places in a cohort, the one whose status comes first in this list counts. */
const BEST: readonly MemberStatus[] = ['active', 'invited', 'waiting', 'asked', 'transferred', 'withdrawn', 'refused']

/** True if the first status counts more than the second. */
export function isBetter(status: MemberStatus, than: MemberStatus): boolean {
  return BEST.indexOf(status) < BEST.indexOf(than)
}

export type PlaceMove = { id: bigint; place: string; at: Date; to: MemberStatus }
export type UnitedMove = { id: bigint; from: MemberStatus | null; to: MemberStatus }

/**
 * Merges the histories of two places into one: at each moment the better of the two statuses counts. Otherwise an
 * invitation to one place would seem to end the active status in the other, and with it the training that was given.
 *
 * @returns the moves that change the merged status, the earliest first; the other moves are left out.
 */
export function uniteHistories(moves: readonly PlaceMove[]): UnitedMove[] {
  const statuses = new Map<string, MemberStatus>()
  let united: MemberStatus | null = null
  return moves
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || Number(one.id - other.id))
    .flatMap(({ id, place, to }) => {
      statuses.set(place, to)
      const best = [...statuses.values()].reduce((so, status) => (isBetter(status, so) ? status : so))
      if (best === united) return []
      const from = united
      united = best
      return [{ id, from, to: best }]
    })
}
