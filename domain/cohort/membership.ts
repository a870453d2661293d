/** The status of a member. Each has its label in i18n/messages/*.json under `cohorts.statuses`. */
export const MEMBER_STATUSES = [
  /** On the list, but has not answered yet. */
  'invited',
  /** Asked to join; staff must approve. */
  'asked',
  /** On the waitlist: may join when a seat is free. */
  'waiting',
  'active',
  'refused',
  'withdrawn',
  'transferred',
] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]

/** The statuses that take or reserve a seat. */
export const SEATED: readonly MemberStatus[] = ['invited', 'active']

/** The statuses of members who have a place or wait for one. They can still leave. */
export const CURRENT_STATUSES: readonly MemberStatus[] = ['invited', 'asked', 'waiting', 'active']

const MOVES: Readonly<Record<MemberStatus, readonly MemberStatus[]>> = {
  invited: ['active', 'waiting', 'withdrawn', 'transferred'],
  asked: ['active', 'waiting', 'refused', 'withdrawn'],
  waiting: ['active', 'invited', 'refused', 'withdrawn', 'transferred'],
  active: ['withdrawn', 'transferred'],
  // A return is a move like any other. The history keeps the earlier moves.
  refused: ['asked', 'invited'],
  withdrawn: ['invited', 'asked', 'active', 'waiting'],
  transferred: ['invited', 'asked', 'active', 'waiting'],
}

export function canTransition(from: MemberStatus, to: MemberStatus): boolean {
  return MOVES[from].includes(to)
}

/** @param seats null for no limit. @param taken by members who are invited or active. */
export function hasSeat(seats: number | null, taken: number): boolean {
  return seats === null || taken < seats
}
