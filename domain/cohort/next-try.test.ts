import { expect, it } from 'vitest'
import { nextTry, WAITS_MINUTES } from './next-try'

const now = new Date('2026-11-25T10:00:00Z')

it('waits longer after each failure, and gives up after two days', () => {
  const waits = WAITS_MINUTES.map((_, failed) => (nextTry(failed + 1, now)?.getTime() ?? 0) - now.getTime())

  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(47 * 3_600_000)
  expect(nextTry(WAITS_MINUTES.length + 1, now)).toBeNull()
})
