import { describe, expect, it } from 'vitest'
import {
  checkInRefusal,
  guestSchema,
  halfDayAt,
  isLateArrival,
  minutesPresent,
  namesByScript,
  readKeptTicks,
  readRoomCode,
  readTick,
  tickedAt,
  tickValue,
} from './attendance'

const MORNING = { startsAt: new Date('2026-12-03T08:00:00Z'), endsAt: new Date('2026-12-03T11:00:00Z') }
const AFTERNOON = { startsAt: new Date('2026-12-03T12:30:00Z'), endsAt: new Date('2026-12-03T15:00:00Z') }
const open = { ...MORNING, status: 'open' as const, checkInClosedAt: null }
const at = (time: string) => new Date(`2026-12-03T${time}Z`)

describe('checking in to a half-day', () => {
  it('is possible from an hour before it until its end, unless it is closed or the seminar is cancelled', () => {
    expect(checkInRefusal(open, at('06:59:59'))).toBe('not-yet')
    expect(checkInRefusal(open, at('07:00:00'))).toBeNull()
    expect(checkInRefusal(open, at('10:59:59'))).toBeNull()
    expect(checkInRefusal(open, at('11:00:00'))).toBe('over')
    expect(checkInRefusal({ ...open, checkInClosedAt: at('08:15:00') }, at('08:16:00'))).toBe('closed')
    expect(checkInRefusal({ ...open, status: 'cancelled' }, at('08:16:00'))).toBe('cancelled')
    expect(checkInRefusal({ ...open, status: 'draft' }, at('08:16:00'))).toBe('cancelled')
  })

  it('is late once half of it is over, by the code of the room', () => {
    const arrival = { state: 'present', way: 'code', at: at('09:30:00') } as const
    expect(isLateArrival(arrival, MORNING)).toBe(true)
    expect(isLateArrival({ ...arrival, at: at('09:29:59') }, MORNING)).toBe(false)
    expect(isLateArrival({ ...arrival, at: at('10:59:59') }, MORNING)).toBe(true)
    for (const way of ['hand', 'sheet', 'device'] as const)
      expect(isLateArrival({ ...arrival, way }, MORNING)).toBe(false)
    for (const state of ['struck', 'awaiting'] as const)
      expect(isLateArrival({ ...arrival, state }, MORNING)).toBe(false)
  })

  it('shows the half-day that goes on or comes next', () => {
    const both = [MORNING, AFTERNOON]
    expect(halfDayAt(both, at('05:00:00'))).toBe(MORNING)
    expect(halfDayAt(both, at('11:30:00'))).toBe(AFTERNOON)
    expect(halfDayAt(both, at('20:00:00'))).toBe(AFTERNOON)
    expect(halfDayAt([], at('20:00:00'))).toBeUndefined()
  })

  it.each([
    ['482 913', '482913'],
    ['٤٨٢٩١٣', '482913'],
    ['۴۸۲-۹۱۳', '482913'],
    ['48291', null],
    ['4829134', null],
    ['48a913', null],
    ['', null],
  ])('reads the code %s', (typed, code) => expect(readRoomCode(typed)).toBe(code))

  it('takes a name and an address, never markup', () => {
    expect(guestSchema.parse({ name: ' عمر القياسي ', email: 'Omar@Example.ma' })).toEqual({
      name: 'عمر القياسي',
      email: 'omar@example.ma',
    })
    for (const name of ['', '<b>Omar</b>', 'Omar\u0000', 'x'.repeat(81)])
      expect(guestSchema.safeParse({ name, email: 'o@example.ma' }).success, name).toBe(false)
    expect(namesByScript('عمر القياسي')).toEqual({ nameArabic: 'عمر القياسي', nameLatin: null })
    expect(namesByScript('Omar Qiyassi')).toEqual({ nameArabic: null, nameLatin: 'Omar Qiyassi' })
  })

  it('counts the minutes of the half-days present', () => {
    const halves = [
      { id: 'a', minutes: 180 },
      { id: 'b', minutes: 150 },
    ]
    expect(minutesPresent(halves, ['b'])).toBe(150)
    expect(minutesPresent(halves, ['a', 'b'])).toBe(330)
    expect(minutesPresent(halves, [])).toBe(0)
  })
})

describe('a tick of the organiser', () => {
  const tick = { placeId: '0190a1b2-0000-7000-8000-000000000001', halfDayId: '0190a1b2-0000-7000-8000-000000000002' }

  it('holds a place and a half-day', () => {
    expect(readTick(tickValue(tick))).toEqual(tick)
    const dashes = '-'.repeat(36)
    for (const value of ['', 'a:b', `${tickValue(tick)}x`, `${dashes}:${dashes}`, null, new Blob()])
      expect(readTick(value)).toBeNull()
  })

  it('that was stored on a device counts at its own time, but not before check-in opens or in the future', () => {
    expect(readKeptTicks('{"x":60}')).toEqual({ x: 60 })
    for (const json of ['', '[', '{"x":-1}', '{"x":"y"}', 'null']) expect(readKeptTicks(json)).toEqual({})
    const now = at('10:00:00')
    expect(tickedAt(600, MORNING, now)).toEqual(at('09:50:00'))
    expect(tickedAt(86_400, MORNING, now)).toEqual(at('07:00:00'))
    expect(tickedAt(0, AFTERNOON, at('08:00:00'))).toEqual(at('08:00:00'))
  })
})
