/** Where a person stands in a cohort. Each has its label in i18n/messages/*.json under `cohorts.statuses`. */
export const MEMBER_STATUSES = [
  /** Put on the list; she has not answered yet. */
  'invited',
  /** Asked to join; somebody must say yes. */
  'asked',
  /** May join when a seat is free. */
  'waiting',
  'active',
  'refused',
  'withdrawn',
  'transferred',
] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]

/** What takes or keeps a seat. */
export const SEATED: readonly MemberStatus[] = ['invited', 'active']

/** Who has a place, or waits for one: she can still leave. */
export const STANDING: readonly MemberStatus[] = ['invited', 'asked', 'waiting', 'active']

const MOVES: Readonly<Record<MemberStatus, readonly MemberStatus[]>> = {
  invited: ['active', 'waiting', 'withdrawn', 'transferred'],
  asked: ['active', 'waiting', 'refused', 'withdrawn'],
  waiting: ['active', 'invited', 'refused', 'withdrawn', 'transferred'],
  active: ['withdrawn', 'transferred'],
  // Coming back is a move like any other: what went before stays in the history.
  refused: ['asked', 'invited'],
  withdrawn: ['invited', 'asked', 'active', 'waiting'],
  transferred: ['invited', 'asked', 'active', 'waiting'],
}

export function mayMove(from: MemberStatus, to: MemberStatus): boolean {
  return MOVES[from].includes(to)
}

/** @param seats null: as many as come. @param taken by those who are invited or active. */
export function hasSeat(seats: number | null, taken: number): boolean {
  return seats === null || taken < seats
}
