import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MEMBER_STATUSES, mayMove } from '../membership'
import { type Before, type Place, placing } from './placing'

const OPEN = { approval: false, seat: true }
const to = (place: Place) => ({ place, stands: false })
const before = (status: Before['status'], letGo = false): Before => ({ status, letGo })

it('lets in who comes first, without a yes where none is asked for', () => {
  expect(placing(before('none'), OPEN)).toEqual(to('active'))
  expect(placing(before('none'), { approval: true, seat: true })).toEqual(to('asked'))
  expect(placing(before('none'), { approval: false, seat: false })).toEqual(to('waiting'))
  expect(placing(before('none'), { approval: true, seat: false })).toEqual(to('asked'))
})

it('needs a yes for whom somebody let go, whatever the cohort asks', () => {
  for (const status of ['withdrawn', 'transferred', 'refused'] as const)
    expect(placing(before(status, true), OPEN), status).toEqual(to('asked'))
})

it('takes her who changed her mind as if she came first', () => {
  expect(placing(before('withdrawn'), OPEN)).toEqual(to('active'))
  expect(placing(before('withdrawn'), { approval: false, seat: false })).toEqual(to('waiting'))
  expect(placing(before('withdrawn'), { approval: true, seat: true })).toEqual(to('asked'))
})

it('gives an invited person the seat that is kept for her, and moves nobody who is on her way', () => {
  expect(placing(before('invited'), { approval: true, seat: false })).toEqual(to('active'))
  for (const status of ['active', 'asked', 'waiting'] as const)
    expect(placing(before(status), OPEN)).toEqual({ place: status, stands: true })
})

it('never moves anybody where she may not go', () => {
  const [status, any] = [fc.constantFrom(...MEMBER_STATUSES), fc.boolean()]
  fc.assert(
    fc.property(status, any, any, any, (from, letGo, approval, seat) => {
      const { place, stands } = placing(before(from, letGo), { approval, seat })
      return stands ? place === from : mayMove(from, place)
    }),
  )
})
