import { expect, it } from 'vitest'
import { actsOn, isAddressOpen, type MemberAct } from './member-acts'
import { canTransition, MEMBER_STATUSES, type MemberStatus } from './membership'

const LEADS_TO: Record<Exclude<MemberAct, 'again' | 'address'>, MemberStatus> = {
  admit: 'active',
  refuse: 'refused',
  invite: 'invited',
  transfer: 'transferred',
  withdraw: 'withdrawn',
}

it.each(MEMBER_STATUSES)('offers for a member who is %s only moves that are allowed', (status) => {
  for (const act of actsOn(status, { decide: true, enrol: true })) {
    if (act === 'address') expect(['invited', 'waiting']).toContain(status)
    else if (act === 'again') expect(status).toBe('invited')
    else expect(canTransition(status, LEADS_TO[act]), act).toBe(true)
  }
})

it('leaves to a tutor only the decision on a request', () => {
  const offered = MEMBER_STATUSES.flatMap((status) => actsOn(status, { decide: true, enrol: false }))

  expect(offered).toEqual(['admit', 'refuse'])
  expect(actsOn('asked', { decide: false, enrol: true })).toEqual([])
})

it('lets the school correct the address of a member who has no account and has not joined', () => {
  const open = MEMBER_STATUSES.filter((status) => isAddressOpen({ status, accountId: null }))

  expect(open).toEqual(['invited', 'waiting'])
  expect(isAddressOpen({ status: 'invited', accountId: 'hers' })).toBe(false)
})
