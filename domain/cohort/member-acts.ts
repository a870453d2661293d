import type { MemberStatus } from './membership'

/** What staff can do about a member. Each has its label in i18n/messages/*.json under `cohorts.people`. */
export const MEMBER_ACTS = ['admit', 'refuse', 'again', 'invite', 'address', 'transfer', 'withdraw'] as const
export type MemberAct = (typeof MEMBER_ACTS)[number]

const ACTS: Readonly<Record<MemberStatus, readonly MemberAct[]>> = {
  invited: ['again', 'address', 'transfer', 'withdraw'],
  asked: ['admit', 'refuse'],
  waiting: ['invite', 'address', 'transfer', 'withdraw'],
  active: ['transfer', 'withdraw'],
  refused: ['invite'],
  withdrawn: ['invite'],
  transferred: ['invite'],
}
const DECISIONS: readonly MemberAct[] = ['admit', 'refuse']

/** @param may what the caller may do about this very person: `decide` her request, `enrol` people. */
export function actsOn(status: MemberStatus, may: { decide: boolean; enrol: boolean }): MemberAct[] {
  return ACTS[status].filter((act) => (DECISIONS.includes(act) ? may.decide : may.enrol))
}

/** The institution may correct a member's address until she has an account. After that, she changes it herself. */
export function isAddressOpen({ status, accountId }: { status: MemberStatus; accountId: string | null }): boolean {
  return accountId === null && ACTS[status].includes('address')
}
