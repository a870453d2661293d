import { expect, it } from 'vitest'
import { phaseOf } from './phase'

const cohort = { startsOn: '2026-02-16', endsOn: '2026-03-20', archivedAt: null }

it.each([
  // In Ramadan, the day begins at midnight UTC. Before and after Ramadan, it begins at 23:00 UTC.
  ['2026-02-15T23:59:59Z', 'planned'],
  ['2026-02-16T00:00:00Z', 'running'],
  ['2026-03-20T23:59:59Z', 'running'],
  ['2026-03-21T00:00:00Z', 'over'],
])('at %s a cohort is %s', (now, phase) => {
  expect(phaseOf(cohort, new Date(now))).toBe(phase)
})

it('is archived whatever the day', () => {
  expect(phaseOf({ ...cohort, archivedAt: new Date('2026-02-20') }, new Date('2026-03-01'))).toBe('archived')
})
