import { expect, it } from 'vitest'
import { deadlineState } from './deadline-state'

const DUE = '2026-11-20'
const NOW = new Date('2026-11-27T10:00:00Z')

it.each([
  ['on its last evening in Morocco', '2026-11-20T22:30:00Z', 'kept'],
  ['on the next day in Morocco', '2026-11-20T23:30:00Z', 'late'],
] as const)('tells kept from late for a step done %s', (_, doneAt, state) => {
  expect(deadlineState(DUE, new Date(doneAt), NOW)).toBe(state)
})

it('is ahead until its day is over, and missed afterwards', () => {
  expect(deadlineState('2026-11-27', null, NOW)).toBe('ahead')
  expect(deadlineState('2026-11-26', null, NOW)).toBe('missed')
})
