import type { MemberStatus } from './membership'

/** Of two places of one person in a cohort the one with the earlier status here counts. */
const BEST: readonly MemberStatus[] = ['active', 'invited', 'waiting', 'asked', 'transferred', 'withdrawn', 'refused']

/** True if the first status counts more than the second. */
export function isBetter(status: MemberStatus, than: MemberStatus): boolean {
  return BEST.indexOf(status) < BEST.indexOf(than)
}

export type PlaceMove = { id: bigint; place: string; at: Date; to: MemberStatus }
export type UnitedMove = { id: bigint; from: MemberStatus | null; to: MemberStatus }

/**
 * The history of two places that become one: at each moment the better of their statuses. Otherwise an invitation to the
 * one would seem to end what was active in the other, and with it what the institution taught.
 *
 * @returns the moves that change it, the earliest first; all others say nothing any more.
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
