import { describe, expect, it } from 'vitest'
import {
  answerBy,
  freeSeats,
  isLapsed,
  keptUntil,
  mayDo,
  nominationLapsesAt,
  outlookOf,
  type Seating,
  seatsToOffer,
} from './registration'
import { reminderDue } from './reminding'
import { offersEndAt } from './state'

// In Ramadan of 2027 the clocks of Morocco are an hour behind the rest of the year: the day begins at midnight UTC.
const IN_RAMADAN = new Date('2027-02-20T09:00:00Z')
const USUAL = new Date('2027-05-20T09:00:00Z')
const seating = (given: Partial<Seating> = {}): Seating => ({
  status: 'open',
  admission: 'open',
  startsAt: USUAL,
  endsAt: new Date(USUAL.getTime() + 3_600_000),
  registrationClosesAt: null,
  seats: 10,
  taken: 4,
  reserved: 0,
  waiting: 0,
  ...given,
})
const ahead = (hours: number, from = USUAL) => new Date(from.getTime() - hours * 3_600_000)

describe('places', () => {
  it('are offered until the midnight before, by the clocks of that day', () => {
    expect(offersEndAt({ startsAt: USUAL })).toEqual(new Date('2027-05-19T23:00:00Z'))
    expect(offersEndAt({ startsAt: IN_RAMADAN })).toEqual(new Date('2027-02-20T00:00:00Z'))
    expect(answerBy({ startsAt: USUAL }, ahead(100))).toEqual(ahead(76))
    expect(answerBy({ startsAt: USUAL }, ahead(20))).toEqual(offersEndAt({ startsAt: USUAL }))
  })

  it('of a quota are kept until registration closes', () => {
    const kept = seating({ reserved: 6, registrationClosesAt: ahead(48) })
    expect([freeSeats(kept, ahead(49)), freeSeats(kept, ahead(48))]).toEqual([0, 6])
    expect(freeSeats(seating({ seats: null }), ahead(1))).toBe(Number.POSITIVE_INFINITY)
    // More people than seats, after the number of seats was reduced.
    expect(freeSeats(seating({ seats: 3 }), ahead(1))).toBe(0)
  })

  it.each([
    [{}, 100, { way: 'register' }],
    [{ waiting: 1 }, 100, { way: 'wait' }],
    [{ taken: 10 }, 100, { way: 'wait' }],
    [{ taken: 4, reserved: 6 }, 100, { way: 'wait' }],
    [{ waiting: 1 }, 2, { way: 'register' }],
    [{ taken: 10 }, 2, { way: 'closed', why: 'full' }],
    [{ admission: 'nomination' }, 100, { way: 'closed', why: 'named' }],
    [{ registrationClosesAt: ahead(101) }, 100, { way: 'closed', why: 'closed' }],
    [{ status: 'cancelled' }, 100, { way: 'closed', why: 'cancelled' }],
    [{}, -2, { way: 'closed', why: 'held' }],
  ] as const)('%o, %i hours before: %o', (given, hours, expected) => {
    expect(outlookOf(seating(given), ahead(hours))).toEqual(expected)
  })

  it('go to as many waiting people as there are seats, even after registration has closed', () => {
    expect(seatsToOffer(seating({ waiting: 3, taken: 8 }), ahead(100))).toBe(2)
    expect(seatsToOffer(seating({ waiting: 3, taken: 8, status: 'closed' }), ahead(100))).toBe(2)
    expect(seatsToOffer(seating({ waiting: 3, taken: 8, status: 'cancelled' }), ahead(100))).toBe(0)
    expect(seatsToOffer(seating({ waiting: 3, seats: null }), ahead(100))).toBe(3)
    expect(seatsToOffer(seating({ waiting: 3, taken: 8 }), ahead(1))).toBe(0)
  })

  it('of nominated people wait while registration is open, at least a day, but not after the beginning', () => {
    const { startsAt } = seating()
    const open = { startsAt, registrationClosesAt: ahead(72) }
    expect(nominationLapsesAt(open, ahead(200))).toEqual(ahead(72))
    expect(nominationLapsesAt(open, ahead(70))).toEqual(ahead(46))
    expect(nominationLapsesAt(open, ahead(10))).toEqual(startsAt)
    const place = { status: 'nominated', statusSince: ahead(200), answerBy: null } as const
    expect([isLapsed(open, place, ahead(73)), isLapsed(open, place, ahead(72))]).toEqual([false, true])
  })

  it('are kept as long as the letter says, unless the seminar begins earlier', () => {
    const { startsAt } = seating()
    const later = { startsAt, registrationClosesAt: ahead(150) }
    for (const status of ['nominated', 'offered'] as const) {
      const place = { status, statusSince: ahead(200), answerBy: ahead(72) }
      expect(keptUntil(later, place)).toEqual(ahead(72))
      expect(keptUntil({ ...later, startsAt: ahead(100) }, place)).toEqual(ahead(100))
      expect([isLapsed(later, place, ahead(73)), isLapsed(later, place, ahead(72))]).toEqual([false, true])
    }
    expect(keptUntil(later, { status: 'registered', statusSince: ahead(200), answerBy: null })).toBeNull()
  })

  it('allow only acts that fit their status', () => {
    expect(mayDo('withdraw', 'nominated')).toBe(false)
    expect(mayDo('accept', 'waiting')).toBe(false)
    expect(mayDo('register', 'nominated')).toBe(false)
    expect(mayDo('register', 'lapsed')).toBe(true)
  })
})

describe('letters before a seminar', () => {
  it.each([
    ['2027-05-12T09:00:00Z', null],
    ['2027-05-13T06:59:00Z', null],
    ['2027-05-13T07:00:00Z', 'week'],
    ['2027-05-16T12:00:00Z', 'week'],
    ['2027-05-17T12:00:00Z', null],
    ['2027-05-19T06:00:00Z', null],
    ['2027-05-19T07:00:00Z', 'day'],
    ['2027-05-20T08:00:00Z', null],
  ])('at %s: %s', (now, which) => {
    expect(reminderDue(USUAL, new Date(now))?.which ?? null).toBe(which)
  })
})
