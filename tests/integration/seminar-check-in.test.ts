import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as postCode } from '@/app/[locale]/(public)/c/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { checkIn, checkInAnywhere } from '@/server/seminar/attendance/check-in'
import { answerUnlisted, closeCheckIn, openAttendance, strike, tickPeople } from '@/server/seminar/attendance/list'
import { roomCode } from '@/server/seminar/attendance/room-code'
import {
  at,
  checkInsOf,
  IN_AFTERNOON,
  IN_MORNING,
  makeSeminarDay,
  mayRun,
  registered,
  registeredGuest,
  type SeminarDay,
} from '../support/attendance'
import { callAs } from '../support/next-headers'
import { insertPerson } from '../support/people'
import { insertStaff, makeInstitution } from '../support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const codeOf = async (halfDayId: string, now = IN_MORNING) => (await roomCode(halfDayId, now)).code
const typed = (code: string) => ({ typed: code, late: false })
const guestOf = () => ({ name: 'Omar Qiyassi', email: `${randomUUID()}@example.ma` })
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a person in the room', () => {
  it('checks in once, with two devices at once and again later, by the clock of the server', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    const code = await codeOf(day.morning)

    const both = await Promise.all([
      checkIn(day.morning, her, typed(code), IN_MORNING),
      checkIn(day.morning, her, typed(code), at(1)),
    ])
    expect(both.map((one) => one?.status)).toEqual(['present', 'present'])
    expect(await checkIn(day.morning, her, typed('000000'), at(900))).toMatchObject({ status: 'present' })
    const rows = await checkInsOf(her.placeId)
    expect(rows).toMatchObject([{ halfDayId: day.morning, way: 'code', state: 'present', byId: null }])

    await checkIn(day.afternoon, her, typed(await codeOf(day.afternoon, IN_AFTERNOON)), IN_AFTERNOON)
    expect(await checkInsOf(her.placeId)).toHaveLength(2)
  })

  it('is refused with a code that is a minute old, or not shown yet', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    const shown = new Date('2026-12-03T09:00:00Z')
    const code = await codeOf(day.morning, shown)

    expect(await checkIn(day.morning, her, typed(code), at(-1, shown))).toMatchObject({ status: 'changed' })
    expect(await checkIn(day.morning, her, typed(code), at(60, shown))).toMatchObject({ status: 'changed' })
    expect(await checkInsOf(her.placeId)).toEqual([])
    expect(await checkIn(day.morning, her, typed(code), at(59, shown))).toMatchObject({ status: 'present' })
  })

  it('is refused with the code of another seminar or half-day', async () => {
    const [day, other] = [await makeSeminarDay(), await makeSeminarDay()]
    const her = await registered(day)
    for (const code of [await codeOf(other.morning), await codeOf(day.afternoon)])
      expect(await checkIn(day.morning, her, typed(code), IN_MORNING)).toMatchObject({ status: 'changed' })
    expect(await checkIn(randomUUID(), her, typed('123456'), IN_MORNING)).toBeNull()
    expect(await checkIn('x', her, typed('123456'), IN_MORNING)).toBeNull()
  })

  it('finds the room by its code alone', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    const found = await checkInAnywhere(her, await codeOf(day.morning), IN_MORNING)
    expect(found).toMatchObject({ status: 'present', halfDay: { seminarId: day.id } })
    expect(await checkInAnywhere(her, 'abc', IN_MORNING)).toEqual({ status: 'changed', halfDay: null })
  })

  it('cannot guess: she has ten wrong codes, and all strangers together have sixty', async () => {
    const day = await makeSeminarDay()
    const [her, other] = [await registered(day), await registered(day)]
    const code = await codeOf(day.morning)
    for (let n = 0; n < 10; n += 1)
      expect(await checkIn(day.morning, her, typed(wrong(code)), IN_MORNING)).toMatchObject({ status: 'changed' })
    expect(await checkIn(day.morning, her, typed(code), IN_MORNING)).toMatchObject({ status: 'too-many' })
    // The limit is hers alone: the whole room shares her network.
    expect(await checkIn(day.morning, other, typed(code), IN_MORNING)).toMatchObject({ status: 'present' })

    for (let n = 0; n < 60; n += 1)
      await checkIn(day.morning, { name: 'X', email: `${n}@example.ma` }, typed(wrong(code)), IN_MORNING)
    const stranger = { name: 'Y', email: 'y@example.ma' }
    expect(await checkIn(day.morning, stranger, typed(code), IN_MORNING)).toMatchObject({ status: 'changed' })
    expect(await db().unlistedCheckIn.count({ where: { halfDayId: day.morning } })).toBe(0)
    expect(await checkIn(day.morning, await registeredGuest(day), typed(code), IN_MORNING)).toMatchObject({
      status: 'present',
    })
  })

  it('can check in while strangers type wrong codes, and they cannot tell that she is registered', async () => {
    const day = await makeSeminarDay()
    const [guest, stranger] = [await registeredGuest(day), { name: 'Y', email: `${randomUUID()}@example.ma` }]
    const code = await codeOf(day.morning)
    for (let n = 0; n < 60; n += 1)
      await checkInAnywhere({ name: 'X', email: `${n}-${randomUUID()}@example.ma` }, wrong(code), IN_MORNING)

    const said = { status: 'changed', halfDay: null }
    expect(await checkInAnywhere(stranger, code, IN_MORNING)).toEqual(said)
    expect(await checkInAnywhere(guest, wrong(code), IN_MORNING)).toEqual(said)
    expect(await checkInAnywhere(guest, code, IN_MORNING)).toMatchObject({ status: 'present' })
    for (const who of [stranger, await registeredGuest(day)]) {
      for (let n = 0; n < 10; n += 1) await checkInAnywhere(who, wrong(code), IN_MORNING)
      expect(await checkInAnywhere(who, code, IN_MORNING)).toEqual({ status: 'too-many', halfDay: null })
    }
  })

  it('who types only an address learns nothing of it, and asks for nothing in its name, without the code', async () => {
    const day = await makeSeminarDay()
    const [present, struck, absent] = [
      await registeredGuest(day),
      await registeredGuest(day),
      await registeredGuest(day),
    ]
    const [waits, nobody] = [guestOf(), guestOf()]
    const code = await codeOf(day.morning)
    for (const who of [present, struck, waits]) await checkIn(day.morning, who, typed(code), IN_MORNING)
    const { permit, seminar } = await mayRun(day, 'seminar:run')
    const tick = { placeId: struck.placeId, halfDayId: day.morning }
    await strike(permit, seminar, { ...tick, reason: 'absent', back: false }, at(1))

    const people = [present, struck, waits, absent, nobody]
    const saidTo = (sent: { typed: string; late: boolean }) =>
      Promise.all(people.map(async (who) => (await checkIn(day.morning, who, sent, at(2)))?.status))
    const all = (status: string) => people.map(() => status)
    expect(await saidTo({ typed: '', late: true })).toEqual(all('changed'))
    expect(await checkInsOf(absent.placeId)).toEqual([])
    for (let n = 1; n < 10; n += 1) expect(await saidTo(typed(wrong(code)))).toEqual(all('changed'))
    expect(await saidTo(typed(wrong(code)))).toEqual(all('too-many'))
    expect(await saidTo(typed(code))).toEqual(all('too-many'))
  })

  it('who types an address with the code is told what became of it', async () => {
    const day = await makeSeminarDay()
    const [guest, waits] = [await registeredGuest(day), guestOf()]
    const code = await codeOf(day.morning)
    for (const status of ['present', 'present'])
      expect(await checkIn(day.morning, guest, typed(code), IN_MORNING)).toMatchObject({ status, at: IN_MORNING })
    for (const status of ['unlisted', 'unlisted'])
      expect(await checkIn(day.morning, waits, typed(code), IN_MORNING)).toMatchObject({ status })
  })

  it('is told why not: cancelled, too early, over, or closed by the organiser', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    const early = at(-3 * 3600)
    expect(await checkIn(day.morning, her, typed(await codeOf(day.morning, early)), early)).toMatchObject({
      status: 'not-yet',
    })
    const after = at(3 * 3600)
    expect(await checkIn(day.morning, her, typed(await codeOf(day.morning, after)), after)).toMatchObject({
      status: 'over',
    })
    const { permit, seminar } = await mayRun(day, 'seminar:run')
    await closeCheckIn(permit, seminar, { halfDayId: day.morning, close: true }, at(60))
    expect(await checkIn(day.morning, her, typed(await codeOf(day.morning)), IN_MORNING)).toMatchObject({
      status: 'closed',
    })
    await closeCheckIn(permit, seminar, { halfDayId: day.morning, close: false }, at(60))
    expect(await checkIn(day.morning, her, typed(await codeOf(day.morning)), IN_MORNING)).toMatchObject({
      status: 'present',
    })

    const cancelled = await makeSeminarDay({ status: 'cancelled' })
    const him = await registered(cancelled)
    expect(await checkIn(cancelled.morning, him, typed(await codeOf(cancelled.morning)), IN_MORNING)).toMatchObject({
      status: 'cancelled',
    })
  })

  it('without a network asks the organiser, who confirms', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    const asked = await checkIn(day.morning, her, { typed: '', late: true }, at(3600))
    expect(asked).toMatchObject({ status: 'awaiting' })
    expect(await checkInsOf(her.placeId)).toMatchObject([{ state: 'awaiting' }])
    const { permit, seminar } = await mayRun(day, 'seminar:run')
    const ticks = [{ placeId: her.placeId, halfDayId: day.morning, secondsAgo: null }]
    expect(await tickPeople(permit, seminar, { ticks, way: 'hand' }, at(4000))).toBe(1)
    expect(await checkInsOf(her.placeId)).toMatchObject([
      { state: 'present', way: 'hand', byId: day.administrator.accountId },
    ])
  })
})

describe('a room of two hundred', () => {
  it('checks in within a minute, none twice and none lost', async () => {
    const day = await makeSeminarDay()
    const people = Array.from({ length: 200 }, (_, n) => ({ name: `Guest ${n}`, email: `${randomUUID()}@example.ma` }))
    await db().seminarRegistration.createMany({
      data: people.map(({ name, email }) => ({
        seminarId: day.id,
        guestEmail: email,
        guestNameLatin: name,
        status: 'registered',
        statusSince: IN_MORNING,
        source: 'open',
      })),
    })
    const code = await codeOf(day.morning)
    const begun = Date.now()
    // Each of them presses twice.
    const results = await Promise.all(
      [...people, ...people].map((who) => checkIn(day.morning, who, typed(code), IN_MORNING)),
    )

    expect(Date.now() - begun).toBeLessThan(60_000)
    expect(new Set(results.map((one) => one?.status))).toEqual(new Set(['present']))
    expect(await db().seminarCheckIn.count({ where: { halfDayId: day.morning } })).toBe(200)
    expect(await db().unlistedCheckIn.count({ where: { halfDayId: day.morning } })).toBe(0)
  }, 90_000)
})

describe('a person who is on no list', () => {
  it('is noted, and registered by the organiser', async () => {
    const day = await makeSeminarDay()
    const [stranger, withdrawn] = [await insertPerson(), await registered(day, 'withdrawn')]
    const guest = { name: 'عمر القياسي', email: `${randomUUID()}@example.ma` }
    const code = await codeOf(day.morning)
    for (const who of [stranger, withdrawn, guest, guest])
      expect(await checkIn(day.morning, who, typed(code), IN_MORNING)).toMatchObject({ status: 'unlisted' })

    const { permit, seminar } = await mayRun(day, 'seminar:run')
    const { unlisted, places } = await openAttendance(permit, seminar, IN_MORNING)
    expect(unlisted).toHaveLength(3)
    expect(places).toEqual([])
    // They checked in at the same moment, so their order in the list is undefined.
    const idOf = (accountId: string | null) => unlisted.find((one) => one.accountId === accountId)?.id ?? ''
    for (const id of [idOf(stranger.accountId), idOf(null), idOf(null)])
      await answerUnlisted(permit, seminar, { id, confirm: true }, at(100))
    await answerUnlisted(permit, seminar, { id: idOf(withdrawn.accountId), confirm: false }, at(100))

    const after = await openAttendance(permit, seminar, at(200))
    expect(after.unlisted).toEqual([])
    expect(after.places).toHaveLength(2)
    expect(after.places.map(({ checkIns }) => checkIns)).toMatchObject([[{ state: 'present' }], [{ state: 'present' }]])
    expect(after.places.find(({ accountId }) => accountId === null)).toMatchObject({
      nameArabic: guest.name,
      nameLatin: null,
    })
  })
})

describe('a person with a place who comes the other way', () => {
  const confirmAll = async (day: SeminarDay) => {
    const { permit, seminar } = await mayRun(day, 'seminar:run')
    const { unlisted } = await openAttendance(permit, seminar, IN_MORNING)
    for (const { id } of unlisted) await answerUnlisted(permit, seminar, { id, confirm: true }, at(100))
  }
  const placesIn = ({ id }: SeminarDay) => db().seminarRegistration.findMany({ where: { seminarId: id } })

  it('keeps the place of her account if she types her address: the address proves nothing, the organiser does', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    const { statusSince } = (await placesIn(day))[0] ?? {}
    const code = await codeOf(day.morning)
    const asked = await checkIn(day.morning, { name: 'Fatima Alaoui', email: her.email }, typed(code), at(1))
    expect(asked).toMatchObject({ status: 'unlisted' })
    expect(await checkInsOf(her.placeId)).toEqual([])

    await confirmAll(day)

    expect(await placesIn(day)).toMatchObject([{ accountId: her.accountId, status: 'registered', statusSince }])
    expect(await checkInsOf(her.placeId)).toMatchObject([{ state: 'present', halfDayId: day.morning }])
    const act = 'attendance-unlisted-confirmed'
    expect(await db().auditEntry.count({ where: { subjectId: her.accountId, act } })).toBe(1)
  })

  it('checks in to the place that she took as a guest, once her account has confirmed that address', async () => {
    const day = await makeSeminarDay()
    const guest = await registeredGuest(day)
    const [her, unconfirmed] = [await insertPerson({ email: guest.email }), await insertPerson({ confirmed: false })]
    const code = await codeOf(day.morning)
    expect(await checkIn(day.morning, her, typed(code), IN_MORNING)).toMatchObject({ status: 'present' })
    expect(await checkInsOf(guest.placeId)).toMatchObject([{ state: 'present' }])

    // An account that has not confirmed its address has not shown that the place is hers.
    const other = await registeredGuest(day)
    await db().account.update({ where: { id: unconfirmed.accountId }, data: { email: other.email } })
    expect(await checkIn(day.morning, unconfirmed, typed(code), IN_MORNING)).toMatchObject({ status: 'unlisted' })
    expect(await checkInAnywhere(unconfirmed, code, IN_MORNING)).toMatchObject({ status: 'unlisted' })
    await confirmAll(day)
    expect(await checkInsOf(other.placeId)).toEqual([])
    expect(await placesIn(day)).toHaveLength(3)
  })

  it('gets the place that she asked for as a guest, in her account, and only one if she asked both ways', async () => {
    const day = await makeSeminarDay()
    const guest = await registeredGuest(day)
    await db().seminarRegistration.update({ where: { id: guest.placeId }, data: { status: 'waiting' } })
    const her = await insertPerson({ email: guest.email })
    await checkIn(day.morning, her, typed(await codeOf(day.morning)), IN_MORNING)
    await checkIn(day.afternoon, guest, typed(await codeOf(day.afternoon, IN_AFTERNOON)), IN_AFTERNOON)

    await confirmAll(day)

    expect(await placesIn(day)).toMatchObject([
      { id: guest.placeId, accountId: her.accountId, guestEmail: null, status: 'registered' },
    ])
    expect((await checkInsOf(guest.placeId)).map(({ state }) => state)).toEqual(['present', 'present'])
  })
})

describe('the organiser', () => {
  it('strikes a presence with a reason, which no code undoes, and restores it with another reason', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    await checkIn(day.morning, her, typed(await codeOf(day.morning)), IN_MORNING)
    const { permit, seminar } = await mayRun(day, 'seminar:run')
    const tick = { placeId: her.placeId, halfDayId: day.morning }
    const reason = '<b>absente</b>, code transmis'
    await strike(permit, seminar, { ...tick, reason, back: false }, at(60))

    expect(await checkInsOf(her.placeId)).toMatchObject([{ state: 'struck', reason }])
    expect(await checkIn(day.morning, her, typed(await codeOf(day.morning)), IN_MORNING)).toMatchObject({
      status: 'struck',
    })
    await tickPeople(permit, seminar, { ticks: [{ ...tick, secondsAgo: null }], way: 'hand' }, at(90))
    expect(await checkInsOf(her.placeId)).toMatchObject([{ state: 'struck' }])
    await expect(strike(permit, seminar, { ...tick, reason, back: false }, at(60))).rejects.toThrow('nothing to strike')
    await strike(permit, seminar, { ...tick, reason: 'vue par le tuteur', back: true }, at(120))
    expect(await checkInsOf(her.placeId)).toMatchObject([{ state: 'present', way: 'hand' }])
    const acts = await db().auditEntry.findMany({
      where: { subjectId: her.accountId, act: { startsWith: 'attendance' } },
      orderBy: { id: 'asc' },
    })
    expect(acts.map(({ act }) => act)).toEqual(['attendance-struck', 'attendance-restored'])
  })

  it('sends later what a device kept, never twice, and never for another seminar', async () => {
    const [day, other] = [await makeSeminarDay(), await makeSeminarDay()]
    const [her, him, stranger] = [await registered(day), await registered(day), await registered(other)]
    await checkIn(day.morning, him, typed(await codeOf(day.morning)), IN_MORNING)
    const { permit, seminar } = await mayRun(day, 'seminar:run')
    const ticks = [her, him, stranger].map(({ placeId }) => ({ placeId, halfDayId: day.morning, secondsAgo: 1800 }))
    const foreign = { placeId: her.placeId, halfDayId: other.morning, secondsAgo: null }
    for (const expected of [1, 0])
      expect(await tickPeople(permit, seminar, { ticks: [...ticks, foreign], way: 'hand' }, at(1800))).toBe(expected)

    expect(await checkInsOf(her.placeId)).toMatchObject([{ way: 'device', at: IN_MORNING }])
    expect(await checkInsOf(him.placeId)).toMatchObject([{ way: 'code' }])
    expect(await checkInsOf(stranger.placeId)).toEqual([])
  })

  it('alone may run or close it, not a co-organiser, a tutor or another school', async () => {
    const day = await makeSeminarDay()
    const partner = await makeInstitution()
    const [co, tutor, strange] = [
      await insertStaff('administrator', partner),
      await insertStaff('tutor', day.institutionId),
      await insertStaff('administrator', await makeInstitution()),
    ]
    const asked = { seminarId: day.id, institutionId: partner, askedAt: IN_MORNING, acceptedAt: IN_MORNING }
    await db().seminarOrganiser.create({ data: asked })

    await expect(mayRun(day, 'seminar:read', co)).resolves.toBeDefined()
    for (const who of [co, tutor, strange])
      for (const permission of ['seminar:run', 'seminar:issue'] as const)
        await expect(mayRun(day, permission, who)).rejects.toThrow()
    await expect(mayRun(day, 'seminar:read', strange)).rejects.toThrow()
  })
})

describe('the page of the code, for a guest', () => {
  const send = async (form: Record<string, string>) => {
    await callAs(null)
    const request = new Request('http://localhost:3000/fr/c', { method: 'POST', body: new URLSearchParams(form) })
    const response = await postCode(request, { params: Promise.resolve({ locale: 'fr' }) })
    return { status: response.status, html: await response.text() }
  }
  const t = translator('fr')

  it('asks who she is before it calls anything missing, and keeps the code', async () => {
    const first = await send({ code: '١٢٣ ٤٥٦' })
    expect(first.status).toBe(200)
    expect(first.html).toContain(t('attendance.checkIn.who'))
    expect(first.html).not.toContain(t('errors.title'))
    expect(first.html).toContain('name="code" value="١٢٣ ٤٥٦"')

    const wrong = await send({ code: '123456', name: 'Ana García', email: 'ana' })
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain(t('attendance.checkIn.wrongGuest'))
    expect(wrong.html).not.toContain(t('attendance.checkIn.who'))
  })
})
