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

it('lets in who comes first, without a yes where none is asked for', () => {
  expect(selfEnrol(before('none'), OPEN)).toEqual(to('active'))
  expect(selfEnrol(before('none'), { approval: true, seat: true })).toEqual(to('asked'))
  expect(selfEnrol(before('none'), { approval: false, seat: false })).toEqual(to('waiting'))
  expect(selfEnrol(before('none'), { approval: true, seat: false })).toEqual(to('asked'))
})

it('needs a yes for whom somebody let go, whatever the cohort asks', () => {
  for (const status of ['withdrawn', 'transferred', 'refused'] as const)
    expect(selfEnrol(before(status, true), OPEN), status).toEqual(to('asked'))
})

it('takes her who changed her mind as if she came first', () => {
  expect(selfEnrol(before('withdrawn'), OPEN)).toEqual(to('active'))
  expect(selfEnrol(before('withdrawn'), { approval: false, seat: false })).toEqual(to('waiting'))
  expect(selfEnrol(before('withdrawn'), { approval: true, seat: true })).toEqual(to('asked'))
})

it('gives an invited person the seat that is kept for her, and moves nobody who is on her way', () => {
  expect(selfEnrol(before('invited'), { approval: true, seat: false })).toEqual(to('active'))
  for (const status of ['active', 'asked', 'waiting'] as const)
    expect(selfEnrol(before(status), OPEN)).toEqual({ place: status, unchanged: true })
})

it('never moves anybody where she may not go', () => {
  const [status, any] = [fc.constantFrom(...MEMBER_STATUSES), fc.boolean()]
  fc.assert(
    fc.property(status, any, any, any, (from, removedByStaff, approval, seat) => {
      const { place, unchanged } = selfEnrol(before(from, removedByStaff), { approval, seat })
      return unchanged ? place === from : canTransition(from, place)
    }),
  )
})
