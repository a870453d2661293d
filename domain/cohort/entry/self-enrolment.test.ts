import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canTransition, MEMBER_STATUSES } from '../membership'
import { type Place, type PriorMembership, selfEnrol } from './self-enrolment'

const OPEN = { approval: false, seat: true }
const to = (place: Place) => ({ place, unchanged: false })
const before = (status: PriorMembership['status'], removedByStaff = false): PriorMembership => ({
  status,
  removedByStaff,
})

it('lets in a person who comes for the first time, after a decision if the cohort asks for one', () => {
  expect(selfEnrol(before('none'), OPEN)).toEqual(to('active'))
  expect(selfEnrol(before('none'), { approval: true, seat: true })).toEqual(to('asked'))
  expect(selfEnrol(before('none'), { approval: false, seat: false })).toEqual(to('waiting'))
  expect(selfEnrol(before('none'), { approval: true, seat: false })).toEqual(to('asked'))
})

it('needs a decision for a person whom staff removed, whatever the cohort asks', () => {
  for (const status of ['withdrawn', 'transferred', 'refused'] as const)
    expect(selfEnrol(before(status, true), OPEN), status).toEqual(to('asked'))
})

it('takes her who changed her mind as if she came first', () => {
  expect(selfEnrol(before('withdrawn'), OPEN)).toEqual(to('active'))
  expect(selfEnrol(before('withdrawn'), { approval: false, seat: false })).toEqual(to('waiting'))
  expect(selfEnrol(before('withdrawn'), { approval: true, seat: true })).toEqual(to('asked'))
})

it('gives an invited person the seat kept for her, and does not move people who already have a place', () => {
  expect(selfEnrol(before('invited'), { approval: true, seat: false })).toEqual(to('active'))
  for (const status of ['active', 'asked', 'waiting'] as const)
    expect(selfEnrol(before(status), OPEN)).toEqual({ place: status, unchanged: true })
})

it('only makes moves that are allowed', () => {
  const [status, any] = [fc.constantFrom(...MEMBER_STATUSES), fc.boolean()]
  fc.assert(
    fc.property(status, any, any, any, (from, removedByStaff, approval, seat) => {
      const { place, unchanged } = selfEnrol(before(from, removedByStaff), { approval, seat })
      return unchanged ? place === from : canTransition(from, place)
    }),
  )
})
