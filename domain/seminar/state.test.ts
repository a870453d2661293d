import { describe, expect, it } from 'vitest'
import { SEMINAR_STATUSES } from './seminar'
import { afterAct, closesAt, isLinkOpen, STATUS_ACTS, stateOf } from './state'

const NOW = new Date('2026-12-03T07:00:00Z')
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const seminar = {
  status: 'open',
  startsAt: at(48),
  endsAt: at(56),
  registrationClosesAt: null,
  seats: 60,
  taken: 12,
} as const

describe('what a reader is told of a seminar', () => {
  it.each([
    ['open', {}],
    ['full', { taken: 60 }],
    ['full', { taken: 61 }],
    // The day has begun: no place is offered any more to those who wait.
    ['no-seat', { taken: 60, startsAt: at(4) }],
    ['full', { taken: 60, startsAt: at(17) }],
    ['no-seat', { taken: 60, admission: 'nomination' }],
    ['open', { taken: 59, startsAt: at(4) }],
    ['open', { taken: 500, seats: null }],
    ['closed', { registrationClosesAt: NOW }],
    ['closed', { startsAt: at(-1) }],
    ['closed', { status: 'closed', taken: 60 }],
    ['held', { startsAt: at(-9), endsAt: NOW }],
    ['held', { status: 'held' }],
    ['draft', { status: 'draft', startsAt: at(-9), endsAt: at(-1) }],
    ['cancelled', { status: 'cancelled', taken: 60 }],
  ] as const)('%s: %j', (state, changed) => {
    expect(stateOf({ ...seminar, ...changed }, NOW)).toBe(state)
  })

  it('admits nobody after it has begun, whatever closing time the organiser set', () => {
    expect(closesAt({ startsAt: at(2), registrationClosesAt: at(5) })).toEqual(at(2))
    expect(closesAt({ startsAt: at(2), registrationClosesAt: at(1) })).toEqual(at(1))
  })
})

it('opens the link an hour before, and closes it at the end', () => {
  const open = (hours: number) => isLinkOpen({ startsAt: at(1), endsAt: at(4) }, at(hours))
  expect([open(-0.01), open(0), open(3.9), open(4)]).toEqual([false, true, true, false])
})

describe('an act on the status', () => {
  it('leaves what is cancelled or held as it is', () => {
    for (const status of ['cancelled', 'held'] as const)
      for (const act of STATUS_ACTS) expect(afterAct({ ...seminar, status }, act, NOW)).toEqual({ refused: 'status' })
  })

  it.each([
    ['open', 'draft', 'open'],
    ['close', 'open', 'closed'],
    ['reopen', 'closed', 'open'],
    ['cancel', 'closed', 'cancelled'],
  ] as const)('%s: %s → %s', (act, status, to) => {
    expect(afterAct({ ...seminar, status }, act, NOW)).toEqual({ to })
  })

  it('says that a seminar was held only after its end, and does not cancel one that is over', () => {
    expect(afterAct(seminar, 'mark-held', NOW)).toEqual({ refused: 'not-over' })
    expect(afterAct({ ...seminar, endsAt: at(1) }, 'mark-held', NOW)).toEqual({ refused: 'not-over' })
    expect(afterAct({ ...seminar, endsAt: NOW }, 'mark-held', NOW)).toEqual({ to: 'held' })
    expect(afterAct({ ...seminar, endsAt: NOW }, 'cancel', NOW)).toEqual({ refused: 'over' })
  })

  it('does not cancel a draft, which nobody knows of', () => {
    expect(SEMINAR_STATUSES.filter((status) => 'to' in afterAct({ ...seminar, status }, 'cancel', NOW))).toEqual([
      'open',
      'closed',
    ])
  })
})
