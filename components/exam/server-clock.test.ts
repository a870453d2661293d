import { afterEach, expect, it, vi } from 'vitest'
import { serverClock } from './server-clock'

const LOADED = Date.parse('2026-11-24T10:00:00Z')
/** The page was made at this time by the database's clock, which is an hour ahead of the computer's. */
const MADE = LOADED + 3_600_000

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A page that arrives 200 ms after it was asked for. @returns a function that lets both clocks go on, by so many ms. */
function page() {
  let passed = 200
  vi.useFakeTimers({ toFake: ['Date'], now: LOADED + passed })
  const navigation = [{ responseStart: 200 }]
  vi.stubGlobal('performance', { timeOrigin: LOADED, now: () => passed, getEntriesByType: () => navigation })
  return (wall: number, stopwatch: number) => {
    passed += stopwatch
    vi.setSystemTime(Date.now() + wall)
  }
}

it.each([
  ['while the page is open', 5000, 5000, 5000],
  ['though the computer’s clock is set back', -3_600_000, 5000, 5000],
  ['though the stopwatch stands still while the computer sleeps', 3_600_000, 5000, 3_600_000],
])('goes on %s', (_, wall, stopwatch, passed) => {
  const goOn = page()
  const now = serverClock(MADE)
  expect(now()).toBe(MADE)
  goOn(wall, stopwatch)

  expect(now()).toBe(MADE + passed)
})

it('has counted the time since the page arrived, if the script arrives later', () => {
  const goOn = page()
  goOn(3000, 3000)

  expect(serverClock(MADE)()).toBe(MADE + 3000)
})
