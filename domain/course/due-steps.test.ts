import { expect, it } from 'vitest'
import { dueSteps } from './due-steps'

const DEADLINES = { one: '2026-11-24', two: '2026-11-20', exam: '2026-12-18' }

it('gives the steps that are open and have a last day, the earliest first', () => {
  const steps = dueSteps(['one', 'two', 'three', 'exam'], DEADLINES, new Date('2026-11-22T10:00:00Z'))

  expect(steps).toEqual([
    { id: 'two', dueOn: '2026-11-20', missed: true, daysLeft: -2 },
    { id: 'one', dueOn: '2026-11-24', missed: false, daysLeft: 2 },
    { id: 'exam', dueOn: '2026-12-18', missed: false, daysLeft: 26 },
  ])
})

it('gives no step without deadlines, and no completed step', () => {
  expect(dueSteps(['one'], null, new Date('2026-11-22T10:00:00Z'))).toEqual([])
  expect(dueSteps([], DEADLINES, new Date('2026-11-22T10:00:00Z'))).toEqual([])
})

// In November Morocco is an hour ahead of UTC.
it.each([
  ['2026-11-24T22:59:59Z', false],
  ['2026-11-24T23:00:00Z', true],
])('takes a deadline as missed from midnight in Morocco (%s)', (now, missed) => {
  expect(dueSteps(['one'], DEADLINES, new Date(now))).toMatchObject([{ missed }])
})
