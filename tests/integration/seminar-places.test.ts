import { describe, expect, it } from 'vitest'
import type { Letter, SeminarFacts } from '@/domain/letter/letter'
import { db, sql } from '@/server/db/client'
import { claimGuestPlaces } from '@/server/db/seminar/seminar-claims'
import { findPlace } from '@/server/db/seminar/seminar-registrations'
import { renewJoinCode } from '@/server/seminar/join-code'
import { offerPlaces } from '@/server/seminar/offer-places'
import { answerOffer, register, type Taker, withdraw } from '@/server/seminar/take-place'
import { NOW } from '@/tests/support/exam-room'
import {
  ASKED,
  daysBefore,
  later,
  type MadeSeminar,
  makeSeminar,
  makeTaker,
  mayChangeSeminar,
  placeOf,
  statusesIn,
  take,
} from '@/tests/support/seminar-places'

const ACCEPTS = { accepts: true, language: null, needs: [] }
const DECLINES = { ...ACCEPTS, accepts: false }
const rankOf = async (taker: Taker, seminar: MadeSeminar) => (await findPlace(sql(), seminar.id, taker))?.rank
const statusOf = async (taker: Taker, seminar: MadeSeminar) => (await placeOf(taker, seminar)).status
const lettersTo = async ({ email }: Taker) =>
  (await db().mail.findMany({ where: { to: email }, orderBy: { createdAt: 'asc' } })).map(
    ({ letter }) => letter as unknown as Letter & { about: SeminarFacts },
  )

describe('seats', () => {
  it('are 60 for 500 people who register at once: none too many, and each other person gets a rank', async () => {
    const seminar = await makeSeminar({ seats: 60 })
    const people = Array.from({ length: 500 }, (_, n) => ({
      accountId: null,
      email: `guest-${n}-${seminar.id}@example.ma`,
      nameArabic: 'أمينة التازي',
      nameLatin: 'Amina Tazi',
      locale: 'ar' as const,
    }))

    const outcomes = await Promise.all(people.map((one) => register(one, seminar.id, ASKED, NOW)))

    expect(outcomes.filter((one) => 'status' in one && one.status === 'registered')).toHaveLength(60)
    expect(await statusesIn(seminar)).toEqual({ registered: 60, waiting: 440 })
    const rows = await db().seminarRegistration.findMany({
      where: { seminarId: seminar.id },
      orderBy: { arrival: 'asc' },
    })
    expect(rows.map(({ arrival }) => arrival)).toEqual(rows.map((_, index) => index + 1))
    // Everybody with a seat came before everybody who waits.
    expect(rows.map(({ status }) => status)).toEqual([...Array(60).fill('registered'), ...Array(440).fill('waiting')])
    const [first, last] = [rows[60], rows[499]]
    const ranks = [first, last].map((row) =>
      findPlace(sql(), seminar.id, { accountId: null, email: row?.guestEmail ?? '' }),
    )
    expect((await Promise.all(ranks)).map((place) => place?.rank)).toEqual([1, 440])
  })

  it('are taken once by a person who registers ten times at once', async () => {
    const [seminar, her] = [await makeSeminar(), await makeTaker()]

    const presses = await Promise.all(Array.from({ length: 10 }, () => take(her, seminar)))

    expect(presses).toEqual(Array(10).fill({ status: 'registered' }))
    expect(await statusesIn(seminar)).toEqual({ registered: 1 })
  })

  it('are refused to a page that shows old days, until it shows the new ones', async () => {
    const seminar = await makeSeminar({ seats: 30 })
    const people = await Promise.all(Array.from({ length: 12 }, () => makeTaker({ guest: true })))

    const moves = db().seminar.update({ where: { id: seminar.id }, data: { sequence: { increment: 1 } } })
    const outcomes = await Promise.all([...people.map((one) => take(one, seminar)), moves])

    // Those who came before the change are registered; the others are refused until their page shows the new days.
    const refused = outcomes.filter((one) => 'refused' in one)
    for (const one of refused) expect(one).toEqual({ refused: 'moved' })
    expect((await statusesIn(seminar)).registered ?? 0).toBe(people.length - refused.length)
    const her = await makeTaker()
    expect(await take(her, seminar)).toEqual({ refused: 'moved' })
    expect(await take(her, seminar, { sequence: 1 })).toEqual({ status: 'registered' })
  })

  it.each([
    [{ status: 'draft' }, 'draft'],
    [{ status: 'cancelled' }, 'cancelled'],
    [{ status: 'closed' }, 'closed'],
    [{ status: 'held' }, 'held'],
    [{ registrationClosesAt: later(-1) }, 'closed'],
    [{ admission: 'nomination' }, 'named'],
    [{ admission: 'list' }, 'named'],
    [{ startsAt: later(-30) }, 'held'],
  ] as const)('are not given for %o', async (given, refused) => {
    expect(await take(await makeTaker(), await makeSeminar(given))).toEqual({ refused })
  })

  it('are given only for the present code, whatever its case and dashes', async () => {
    const seminar = await makeSeminar({ admission: 'code' })
    const old = await renewJoinCode(await mayChangeSeminar(seminar), NOW)
    const code = await renewJoinCode(await mayChangeSeminar(seminar), NOW)

    for (const wrong of ['', old, '2345-6789', "'; drop table"])
      expect(await take(await makeTaker(), seminar, { code: wrong })).toEqual({ refused: 'code' })
    expect(await take(await makeTaker(), seminar, { code: code.toLowerCase().replace('-', ' ') })).toEqual({
      status: 'registered',
    })
  })
})

describe('the waitlist', () => {
  async function fullSeminar() {
    const seminar = await makeSeminar({ seats: 1 })
    const [seated, first, second] = [await makeTaker(), await makeTaker(), await makeTaker({ guest: true })]
    for (const one of [seated, first, second]) await take(one, seminar)
    return { seminar, seated, first, second }
  }

  it('offers a free seat to the first person for a day, with a letter', async () => {
    const { seminar, seated, first, second } = await fullSeminar()
    expect(await withdraw(seated, seminar.id, NOW)).toEqual({ status: 'withdrawn' })
    // A newcomer does not get the free seat meanwhile.
    const newcomer = await makeTaker()
    expect(await take(newcomer, seminar)).toEqual({ status: 'waiting' })

    await Promise.all([offerPlaces(NOW), offerPlaces(NOW)])

    expect(await placeOf(first, seminar)).toMatchObject({ status: 'offered', answerBy: later(24) })
    expect([await rankOf(second, seminar), await rankOf(newcomer, seminar)]).toEqual([1, 2])
    expect(await lettersTo(first)).toMatchObject([
      {
        kind: 'seminarPlace',
        link: expect.stringMatching(new RegExp(`/fr/seminars/${seminar.id}/registration$`)),
        about: { course: 'Entendre un mineur' },
      },
    ])
    expect(await answerOffer(first, seminar.id, ACCEPTS, later(23))).toEqual({ status: 'registered' })
    await offerPlaces(later(24))
    expect(await statusesIn(seminar)).toEqual({ registered: 1, waiting: 2, withdrawn: 1 })
  })

  it('offers the seat to the next person if the first declines or does not answer', async () => {
    const { seminar, seated, first, second } = await fullSeminar()
    await withdraw(seated, seminar.id, NOW)
    await offerPlaces(NOW)
    // The job has not run yet, but the offer ends at its hour all the same.
    expect(await answerOffer(first, seminar.id, ACCEPTS, later(24))).toEqual({ refused: 'place' })

    await offerPlaces(later(24))

    expect([await statusOf(first, seminar), await statusOf(second, seminar)]).toEqual(['lapsed', 'offered'])
    const [letter] = await lettersTo(second)
    expect(new URL(letter?.link ?? '').searchParams.get('guest')).toMatch(/^[\w-]{100,}$/)
    expect(await answerOffer(second, seminar.id, DECLINES, later(25))).toEqual({ status: 'declined' })
    expect(await answerOffer(second, seminar.id, DECLINES, later(25))).toEqual({ status: 'declined' })
    await offerPlaces(later(25))
    expect(await statusesIn(seminar)).toEqual({ withdrawn: 1, lapsed: 1, declined: 1 })
  })

  it('ends the day before: the offer lapses, and a free seat goes to the first who asks', async () => {
    const { seminar, seated, first, second } = await fullSeminar()
    const eve = new Date(seminar.startsAt.getTime() - 15 * 3_600_000)
    await withdraw(seated, seminar.id, eve)
    await offerPlaces(eve)
    const { answerBy } = await placeOf(first, seminar)
    expect(answerBy?.getTime()).toBeLessThan(later(24, eve).getTime())
    expect(answerBy?.getTime()).toBeLessThan(seminar.startsAt.getTime())

    const morning = new Date(seminar.startsAt.getTime() - 3_600_000)
    await offerPlaces(morning)
    expect(await statusesIn(seminar)).toEqual({ withdrawn: 1, lapsed: 1, waiting: 1 })
    expect(await take(second, seminar, {}, morning)).toEqual({ status: 'registered' })
    expect(await take(await makeTaker(), seminar, {}, morning)).toEqual({ refused: 'full' })
  })

  it('moves when the account of somebody with a seat is deleted, and when seats are added', async () => {
    const { seminar, seated, first, second } = await fullSeminar()
    await db().account.delete({ where: { id: seated.accountId ?? '' } })
    await db().seminar.update({ where: { id: seminar.id }, data: { seats: 2 } })

    await offerPlaces(NOW)

    expect([await statusOf(first, seminar), await statusOf(second, seminar)]).toEqual(['offered', 'offered'])
  })

  it('offers nothing in a seminar that is cancelled', async () => {
    const { seminar, seated } = await fullSeminar()
    await withdraw(seated, seminar.id, NOW)
    await db().seminar.update({ where: { id: seminar.id }, data: { status: 'cancelled' } })

    await offerPlaces(NOW)

    expect(await statusesIn(seminar)).toEqual({ withdrawn: 1, waiting: 2 })
    expect(await withdraw(await makeTaker(), seminar.id, NOW)).toEqual({ refused: 'place' })
  })

  it('puts a person who gave up her place last if she comes again', async () => {
    const { seminar, first, second } = await fullSeminar()
    await withdraw(first, seminar.id, NOW)
    expect(await rankOf(second, seminar)).toBe(1)

    expect(await take(first, seminar)).toEqual({ status: 'waiting' })

    expect([await rankOf(second, seminar), await rankOf(first, seminar)]).toEqual([1, 2])
  })
})

describe('a guest', () => {
  it('has one place by her address, and claims it with the account of the same confirmed address', async () => {
    const [seminar, guest] = [await makeSeminar(), await makeTaker({ guest: true })]
    await take(guest, seminar)
    const { accountId } = await makeTaker()
    const stranger = accountId ?? ''
    expect(await claimGuestPlaces(sql(), stranger)).toBe(0)

    await db().account.update({ where: { id: stranger }, data: { email: guest.email, emailConfirmedAt: null } })
    expect(await claimGuestPlaces(sql(), stranger)).toBe(0)
    await db().account.update({ where: { id: stranger }, data: { emailConfirmedAt: NOW } })
    // A person who registers by her account and by the link in her letter gets one place.
    expect(await take({ ...guest, accountId: stranger }, seminar)).toEqual({ status: 'registered' })
    expect(await claimGuestPlaces(sql(), stranger)).toBe(1)
    expect(await take(guest, seminar)).toEqual({ status: 'registered' })

    expect(await db().seminarRegistration.findMany({ where: { seminarId: seminar.id } })).toMatchObject([
      { accountId: stranger, guestEmail: null, guestNameLatin: null, status: 'registered' },
    ])
  })
})

describe('needs', () => {
  it('are not stored while the operator has named no authorisation', async () => {
    const [seminar, her] = [await makeSeminar(), await makeTaker()]
    await take(her, seminar, { needs: ['hearing'] }, daysBefore(3, seminar))

    expect(await db().seminarNeed.count({ where: { registration: { seminarId: seminar.id } } })).toBe(0)
  })
})
