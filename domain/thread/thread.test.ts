import { expect, it } from 'vitest'
import { closedBy, mayAskTutor } from './thread'

const cohort = { startsOn: '2026-11-02', endsOn: '2026-12-10', archivedAt: null }
const at = (day: string) => new Date(`${day}T12:00:00Z`)

it('lets ask only those who take part, while the cohort runs', () => {
  expect(mayAskTutor(cohort, 'active', at('2026-11-20'))).toBe(true)
  expect(mayAskTutor(cohort, 'active', at('2026-11-01'))).toBe(true)
  expect(mayAskTutor(cohort, 'active', at('2026-12-11'))).toBe(false)
  expect(mayAskTutor({ ...cohort, archivedAt: at('2026-11-19') }, 'active', at('2026-11-20'))).toBe(false)
  expect(mayAskTutor(cohort, 'withdrawn', at('2026-11-20'))).toBe(false)
  expect(mayAskTutor(cohort, null, at('2026-11-20'))).toBe(false)
})

it('closes when the cohort is over, and when she has left it', () => {
  expect(closedBy(cohort, 'active', at('2026-12-10'))).toBeNull()
  expect(closedBy(cohort, 'active', at('2026-12-11'))).toBe('over')
  expect(closedBy({ ...cohort, archivedAt: at('2026-11-19') }, 'active', at('2026-11-20'))).toBe('over')
  expect(closedBy(cohort, 'transferred', at('2026-11-20'))).toBe('left')
  expect(closedBy(cohort, null, at('2026-11-20'))).toBe('left')
})
