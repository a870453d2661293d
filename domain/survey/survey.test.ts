import { describe, expect, it } from 'vitest'
import { startOfDay } from '../time/day'
import { closingOfSurvey, isChangeable, isOpeningDay, surveyState, usualDay } from './survey'

const now = new Date('2026-12-01T10:00:00Z')
const never = { opensOn: null, openedAt: null, closesAt: null, withdrawnAt: null, hasFigures: false }
const opened = { ...never, opensOn: '2026-11-20', openedAt: new Date('2026-11-20T06:50:00Z') }

describe('the state of a survey', () => {
  it.each([
    [never, 'draft'],
    [{ ...never, opensOn: '2026-12-02' }, 'scheduled'],
    [{ ...opened, closesAt: new Date('2026-12-20T00:00:00Z') }, 'open'],
    [{ ...opened, closesAt: now }, 'closing'],
    [{ ...opened, closesAt: now, hasFigures: true }, 'closed'],
    [{ ...opened, closesAt: now, withdrawnAt: now }, 'withdrawn'],
  ] as const)('of %j is %s', (times, state) => {
    expect(surveyState(times, now)).toBe(state)
  })

  it('lets its words change until it opens', () => {
    expect((['draft', 'scheduled', 'open', 'closing', 'closed', 'withdrawn'] as const).filter(isChangeable)).toEqual([
      'draft',
      'scheduled',
    ])
  })
})

describe('the day on which it opens', () => {
  it.each([
    ['reaction', '2026-12-15', '2026-12-15'],
    ['later-3', '2026-12-15', '2027-03-15'],
    ['later-6', '2026-12-15', '2027-06-15'],
    // February has no 30th day.
    ['later-3', '2026-11-30', '2027-02-28'],
    ['later-6', '2026-08-31', '2027-02-28'],
    // If the usual day is past, it opens today.
    ['later-3', '2026-01-10', '2026-12-01'],
  ] as const)('of %s after %s is %s', (kind, endsOn, day) => {
    expect(usualDay(kind, endsOn, '2026-12-01')).toBe(day)
  })

  it('is neither past nor years away', () => {
    const fits = ['2026-11-30', '2026-12-01', '2028-11-30', '2029-01-01'].map((day) => isOpeningDay(day, '2026-12-01'))
    expect(fits).toEqual([false, true, true, false])
  })
})

it('is open for thirty days, also over a change of the clocks', () => {
  expect(closingOfSurvey('2026-12-01')).toEqual(startOfDay('2026-12-31'))
  expect(closingOfSurvey('2027-01-20')).toEqual(startOfDay('2027-02-19'))
})
