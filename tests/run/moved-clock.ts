import { existsSync } from 'node:fs'
import { dayOf, startOfDay, ZONE } from '@/domain/time/day'
import { installPackage } from './chromium'
import { commitsSoFar } from './turn'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const FAKETIME = '/usr/bin/faketime'

/**
 * The moments at which the tests run, each given the time of the machine. A test that compares a written date with the
 * clock passes until the clock has passed the date: one of the later moments finds it before that day comes.
 */
export const MOMENTS: Record<string, (now: Date) => Date> = {
  today: (now) => now,
  '2-days': (now) => later(now, 2 * DAY_MS),
  '40-days': (now) => later(now, 40 * DAY_MS),
  '13-months': (now) => later(now, 395 * DAY_MS),
  'year-end': (now) => later(endOfYear(now), -2 * MINUTE_MS),
  'clock-change': (now) => later(nextClockChange(now), -2 * MINUTE_MS),
}

/**
 * The moment whose turn it is. Each commit has the next one, so that six commits in a row run at all of them;
 * TEST_CLOCK names one instead.
 *
 * @param commits the number of commits up to the tested one.
 * @throws {Error} if `named` is none of them.
 */
export function momentOfTurn(commits: number, named: string | undefined): string {
  const names = Object.keys(MOMENTS)
  if (named && !names.includes(named)) throw new Error(`TEST_CLOCK is one of ${names.join(', ')}, not ${named}.`)
  return named || (names[commits % names.length] ?? 'today')
}

/** Settings that give a program and all programs that it starts, PostgreSQL too, the clock of the moment. */
export function movedClock(): { moment: string; env: Record<string, string> } {
  const moment = momentOfTurn(commitsSoFar(), process.env.TEST_CLOCK)
  if (moment === 'today') return { moment, env: {} }
  if (!existsSync(FAKETIME)) installPackage('faketime')
  if (!existsSync(FAKETIME)) return { moment: `today, since there is no faketime for ${moment}`, env: {} }

  const now = new Date()
  const seconds = Math.max(0, Math.round((momentAt(moment, now).getTime() - now.getTime()) / 1000))
  const env = {
    // The loader puts the folder of its architecture in place of $LIB.
    LD_PRELOAD: '/usr/$LIB/faketime/libfaketimeMT.so.1',
    // A program whose process id a killed one had before waits for ever for what that one left in shared memory.
    FAKETIME_DISABLE_SHM: '1',
    // As a distance, it is the same for a program that starts later.
    FAKETIME: `+${seconds}s`,
    // Timers and durations go on as they are.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  }
  return { moment, env }
}

const momentAt = (moment: string, now: Date) => MOMENTS[moment]?.(now) ?? now

const later = (time: Date, ms: number) => new Date(time.getTime() + ms)

/** The end of the year of `now` in Morocco, as an instant. */
const endOfYear = (now: Date) => startOfDay(`${Number(dayOf(now).slice(0, 4)) + 1}-01-01`)

/** The first whole hour after `now` from which Morocco has another UTC offset, which it changes around Ramadan. */
function nextClockChange(now: Date): Date {
  let hour = Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS
  while (offsetName(hour) === offsetName(hour - HOUR_MS)) hour += HOUR_MS
  return new Date(hour)
}

const OFFSET = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' })
const offsetName = (time: number) => OFFSET.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value
