import { describe, expect, it } from 'vitest'
import { MOMENTS, momentOfTurn } from './moved-clock'

const at = (moment: string, now: string) => MOMENTS[moment]?.(new Date(now)).toISOString()

describe('the moments at which the tests run', () => {
  it('all have their turn within as many commits, from any commit on', () => {
    for (const first of [0, 1, 9_999]) {
      const turns = Object.keys(MOMENTS).map((_, index) => momentOfTurn(first + index, undefined))
      expect(turns.toSorted()).toEqual(Object.keys(MOMENTS).toSorted())
    }
  })

  it('can be named, and nothing else', () => {
    expect(momentOfTurn(0, '13-months')).toBe('13-months')
    expect(() => momentOfTurn(0, 'tomorrow')).toThrow('TEST_CLOCK is one of today, 2-days')
  })

  it('are two minutes before midnight of New Year in Morocco', () => {
    expect(at('year-end', '2026-12-02T10:00:00Z')).toBe('2026-12-31T22:58:00.000Z')
    // It is 1 January in Morocco already.
    expect(at('year-end', '2026-12-31T23:30:00Z')).toBe('2027-12-31T22:58:00.000Z')
  })

  it('are two minutes before clocks in Morocco are set back for Ramadan, and before they are set forward', () => {
    expect(at('clock-change', '2026-12-02T10:00:00Z')).toBe('2027-02-07T01:58:00.000Z')
    expect(at('clock-change', '2027-02-07T02:30:00Z')).toBe('2027-03-14T01:58:00.000Z')
  })
})
