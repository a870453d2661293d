import { describe, expect, it } from 'vitest'
import { halfDaysOf, hoursEffect, keepHalfDays, leavesOut, minutesHeld } from './half-days'

const span = (day: string, from: string, to: string) => ({
  startsAt: new Date(`${day}T${from}:00Z`),
  endsAt: new Date(`${day}T${to}:00Z`),
})

describe('the half-days of an agenda', () => {
  it('are mornings and afternoons by the clocks in Morocco, without the breaks', () => {
    // In December Morocco is one hour ahead of UTC.
    const sittings = [span('2026-12-03', '12:30', '14:30'), span('2026-12-03', '08:00', '09:15')]
    const more = [span('2026-12-03', '09:30', '11:00'), span('2026-12-04', '08:00', '10:00')]

    expect(halfDaysOf([...sittings, ...more])).toEqual([
      { day: '2026-12-03', half: 'morning', ...span('2026-12-03', '08:00', '11:00'), minutes: 165 },
      { day: '2026-12-03', half: 'afternoon', ...span('2026-12-03', '12:30', '14:30'), minutes: 120 },
      { day: '2026-12-04', half: 'morning', ...span('2026-12-04', '08:00', '10:00'), minutes: 120 },
    ])
  })

  it('follow the clock of Ramadan', () => {
    // In Ramadan 2026 Morocco is on UTC: 12:30 is before one o’clock, in November it is after.
    expect(halfDaysOf([span('2026-03-03', '12:30', '13:30')])[0]?.half).toBe('morning')
    expect(halfDaysOf([span('2026-11-03', '12:30', '13:30')])[0]?.half).toBe('afternoon')
  })

  it('count two parallel workshops once', () => {
    const beside = [span('2026-12-03', '08:00', '10:00'), span('2026-12-03', '08:30', '10:30')]
    expect(halfDaysOf(beside)[0]?.minutes).toBe(150)
  })
})

describe('a changed agenda', () => {
  const [first, second] = halfDaysOf([span('2026-12-03', '08:00', '10:00'), span('2026-12-03', '13:00', '15:00')])
  if (!first || !second) throw new Error('no half-days')
  const known = [
    { ...second, id: 'b' },
    { ...first, id: 'a' },
  ]

  it('keeps the half-days that stay, adds and removes the others', () => {
    expect(keepHalfDays(known, [first, second])).toMatchObject({
      keep: [{ id: 'a' }, { id: 'b' }],
      add: [],
      remove: [],
    })
    expect(keepHalfDays(known, [second])).toMatchObject({ keep: [{ id: 'b' }], add: [], remove: ['a'] })
    expect(keepHalfDays([{ ...first, id: 'a' }], [first, second])).toMatchObject({ keep: [{ id: 'a' }], add: [second] })
  })

  it('reports a counted half-day that is left out, even if another one replaces it', () => {
    const [first, second] = halfDaysOf([span('2026-12-03', '08:00', '09:00'), span('2026-12-03', '13:00', '14:00')])
    const [moved] = halfDaysOf([span('2026-12-10', '08:00', '09:00')])
    if (!first || !second || !moved) throw new Error('half-days')
    expect(leavesOut([first], [first, second])).toBe(false)
    expect(leavesOut([], [])).toBe(false)
    expect(leavesOut([second], [first])).toBe(true)
    expect(leavesOut([first, second], [moved, second])).toBe(true)
  })

  it('keeps them in their order when the seminar is moved', () => {
    const moved = halfDaysOf([span('2026-12-10', '08:00', '10:00'), span('2026-12-10', '13:00', '15:00')])

    expect(keepHalfDays(known, moved)).toMatchObject({
      keep: [
        { id: 'a', day: '2026-12-10', half: 'morning' },
        { id: 'b', day: '2026-12-10', half: 'afternoon' },
      ],
      add: [],
      remove: [],
    })
  })
})

describe('the minutes held at a moment', () => {
  const sittings = [
    span('2026-12-03', '08:00', '09:00'),
    span('2026-12-03', '08:30', '09:15'),
    span('2026-12-03', '09:45', '11:00'),
    span('2026-12-03', '12:30', '14:00'),
  ]
  const halfDays = halfDaysOf(sittings).map((half) => ({ ...half, id: half.half }))
  const at = (time: string) =>
    minutesHeld(halfDays, sittings, new Date(`2026-12-03T${time}Z`)).map(({ minutes }) => minutes)

  it.each([
    ['07:00:00', [0, 0]],
    ['08:00:59', [0, 0]],
    ['08:45:59', [45, 0]],
    // In the break.
    ['09:30:00', [75, 0]],
    ['10:00:00', [90, 0]],
    ['11:00:00', [150, 0]],
    ['13:00:00', [150, 30]],
    ['14:00:00', [150, 90]],
    ['23:00:00', [150, 90]],
  ])('at %s', (time, minutes) => {
    expect(at(time)).toEqual(minutes)
  })
})

it('a new agenda changes the hours of the half-days in which people are present', () => {
  const attended = [{ day: '2026-12-03', half: 'morning', minutes: 240, present: 2 }] as const
  const next = halfDaysOf([span('2026-12-03', '06:00', '11:30'), span('2026-12-03', '12:30', '14:00')])
  expect(hoursEffect(attended, next)).toEqual([
    { day: '2026-12-03', half: 'morning', present: 2, before: 240, after: 330 },
  ])
})
