import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Letter } from '@/domain/letter/letter'
import { readSeminarQuery } from '@/domain/seminar/list-query'
import { translator } from '@/i18n/translator'
import { spanOf } from '@/i18n/when'
import { newCaller } from '@/server/auth/caller'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { writeLetter } from '@/server/mail/letter'
import { cancelSeminar, changeStatus } from '@/server/seminar/change-status'
import { listSeminars } from '@/server/seminar/list-seminars'
import { openSeminar } from '@/server/seminar/open-seminar'
import { answerRequest, askOrganiser, requestsTo, takeBackOrganiser } from '@/server/seminar/organisers'
import { changeSeminar, createSeminar } from '@/server/seminar/save-seminar'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import {
  changeReviewed,
  insertRegistration,
  makeSeminar,
  mayChangeSeminar,
  seminarFields,
  seminarOf,
  sittingAt,
} from '@/tests/support/seminars'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const daysAhead = (days: number) => new Date(Date.now() + days * DAY_MS)

beforeEach(() => callAs(null))

async function host(name = 'Institut judiciaire') {
  const institutionId = await makeInstitution('school', name)
  return { institutionId, administrator: await insertStaff('administrator', institutionId) }
}

async function caller(who: { sessionId: string } | null) {
  await callAs(who?.sessionId ?? null)
  return newCaller()
}

const opens = async (who: { sessionId: string } | null, id: string) =>
  openSeminar(await caller(who), id).then(
    () => true,
    () => false,
  )

async function listed(who: { sessionId: string } | null, query = ''): Promise<string[]> {
  const now = new Date()
  const asked = readSeminarQuery(new URLSearchParams(query), now)
  return (await listSeminars(await caller(who), asked, now)).seminars.map(({ id }) => id)
}

const acts = async (id: string) =>
  (
    await db().auditEntry.findMany({ where: { details: { path: ['seminar'], equals: id } }, orderBy: { id: 'asc' } })
  ).map(({ act }) => act)

const lettersTo = (email: string) => db().mail.findMany({ where: { to: email }, orderBy: { createdAt: 'asc' } })

describe('who sees a seminar', () => {
  it('shows a draft to its organisers alone', async () => {
    const school = await host()
    const { id } = await makeSeminar(school, {}, [])
    const other = await host()

    expect(await opens(school.administrator, id)).toBe(true)
    expect([
      await opens(null, id),
      await opens(await insertPerson(), id),
      await opens(other.administrator, id),
    ]).toEqual([false, false, false])
    expect(await listed(null)).not.toContain(id)
    expect(await listed(school.administrator)).not.toContain(id)
  })

  it('shows one that is announced to everybody, and one for the invited to those whom it concerns', async () => {
    const school = await host()
    const open = await makeSeminar(school)
    const { id } = await makeSeminar(school, { listed: 'invited' })
    const [registered, withdrawn] = [await insertPerson(), await insertPerson()]
    await insertRegistration(id, registered, 'waiting')
    await insertRegistration(id, withdrawn, 'withdrawn')

    expect(await opens(null, open.id)).toBe(true)
    expect(await listed(null)).toContain(open.id)
    expect([await opens(registered, id), await opens(withdrawn, id), await opens(null, id)]).toEqual([
      true,
      false,
      false,
    ])
    expect(await listed(registered)).toContain(id)
    expect(await listed(withdrawn)).not.toContain(id)
    expect(await listed(registered, 'view=mine')).toEqual([id])
  })

  it('shows one of a cohort’s programme to the people of the cohort', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const { id } = await makeSeminar(school, { listed: 'invited', cohortId: cohort.id })
    const [member, left] = [await insertPerson(), await insertPerson()]
    await insertPlace(cohort, { status: 'active', accountId: member.accountId, email: member.email })
    await insertPlace(cohort, { status: 'withdrawn', accountId: left.accountId, email: left.email })

    expect([await opens(member, id), await opens(left, id)]).toEqual([true, false])
    expect(await listed(member)).toContain(id)
    expect(await listed(left)).not.toContain(id)
  })

  it('finds a seminar in its month, and a past one among the past', async () => {
    const school = await host()
    const { id } = await makeSeminar(school, { sittings: [sittingAt(new Date('2099-05-06T09:00:00Z'), 0)] })
    const past = await makeSeminar(school, { sittings: [sittingAt(new Date('2021-10-12T08:30:00Z'), 0)] })

    expect(await listed(null, 'view=month&m=2099-05')).toEqual([id])
    expect(await listed(null, 'view=month&m=2099-06')).toEqual([])
    expect(await listed(null, 'view=past')).toContain(past.id)
    expect(await listed(null)).not.toContain(past.id)
  })

  it('finds no seminar under an unknown address', async () => {
    for (const id of [randomUUID(), 'x', "'; drop"]) expect(await opens(null, id)).toBe(false)
  })
})

describe('a seminar that is changed', () => {
  async function announced() {
    const school = await host()
    const sittings = [sittingAt(daysAhead(10), 0), sittingAt(daysAhead(11), 0)]
    const seminar = await makeSeminar(school, { sittings })
    const [person, waiting, gone] = [await insertPerson({ locale: 'ar' }), await insertPerson(), await insertPerson()]
    await insertRegistration(seminar.id, person)
    await insertRegistration(seminar.id, waiting, 'waiting')
    await insertRegistration(seminar.id, gone, 'withdrawn')
    const guest = `${randomUUID()}@example.org`
    await insertRegistration(seminar.id, { guestEmail: guest, guestNameLatin: 'Ana García', locale: 'en' })
    const change = (fields: Partial<ReturnType<typeof seminarFields>>, seen = 2, reason = '') =>
      changeReviewed(school.administrator, seminar.id, { fields: seminarFields({ sittings, ...fields }), seen, reason })
    return { school, seminar, person, waiting, gone, guest, sittings, change }
  }

  it('tells the people concerned of a new time, once, and nobody else', async () => {
    const { seminar, person, waiting, gone, guest, change } = await announced()

    const moved = [sittingAt(daysAhead(20), 0), sittingAt(daysAhead(21), 0)]
    expect(await change({ sittings: moved })).toEqual({ saved: 'time', told: 3 })

    const after = await seminarOf(seminar.id)
    expect(after).toMatchObject({ sequence: 1, version: 3, startsAt: moved[0]?.startsAt, endsAt: moved[1]?.endsAt })
    expect(after.rescheduledAt).not.toBeNull()
    expect(after.halfDays.map(({ id }) => id).toSorted()).toEqual(seminar.halfDays.map(({ id }) => id).toSorted())
    expect(after.halfDays[0]?.startsAt).toEqual(moved[0]?.startsAt)
    const kinds = async (email: string) => (await lettersTo(email)).map(({ kind, accountId }) => [kind, accountId])
    expect(await kinds(person.email)).toEqual([['seminarChanged', person.accountId]])
    expect(await kinds(waiting.email)).toEqual([['seminarChanged', waiting.accountId]])
    expect(await kinds(guest)).toEqual([['seminarChanged', null]])
    expect(await kinds(gone.email)).toEqual([])
    expect((await lettersTo(guest))[0]?.letter).toMatchObject({ locale: 'en', name: 'Ana García' })
    expect(await acts(seminar.id)).toEqual(['seminar-created', 'seminar-opened', 'seminar-rescheduled'])
  })

  it('tells of a new place too, but not of new words', async () => {
    const { seminar, person, change } = await announced()

    expect(await change({ place: { fr: 'Fès' } })).toEqual({ saved: 'place', told: 3 })
    expect(await change({ place: { fr: 'Fès' }, titles: { fr: 'Autre titre' } }, 3)).toEqual({
      saved: 'words',
      told: 0,
    })
    expect(await change({ place: { fr: 'Fès' }, titles: { fr: 'Autre titre' } }, 4)).toEqual({ saved: 'none', told: 0 })

    expect(await lettersTo(person.email)).toHaveLength(1)
    expect(await seminarOf(seminar.id)).toMatchObject({ sequence: 2, version: 4, rescheduledAt: null })
  })

  it('keeps the first of two changes at once, and refuses the one based on an older version', async () => {
    const { seminar, person, change } = await announced()

    const [one, other] = await Promise.all([change({ place: { fr: 'Fès' } }), change({ place: { fr: 'Tanger' } })])

    expect([one, other].filter((result) => 'refused' in result)).toEqual([{ refused: 'version' }])
    expect(await lettersTo(person.email)).toHaveLength(1)
    expect(['Fès', 'Tanger']).toContain((await seminarOf(seminar.id)).place?.fr)
  })

  it('is not moved into the past, nor changed once it is cancelled', async () => {
    const { school, seminar, change } = await announced()

    expect(await change({ sittings: [sittingAt(daysAhead(-2), 0)] })).toEqual({ refused: 'past' })
    const may = await mayChangeSeminar(school.administrator, seminar.id)
    expect(await cancelSeminar(may, { fr: 'Les intervenants sont empêchés.' }, new Date())).toBe('done')
    expect(await change({ place: { fr: 'Fès' } }, 3)).toEqual({ refused: 'status' })
  })

  it('keeps each half-day with a check-in, or with one that awaits an answer', async () => {
    const { seminar, guest, sittings, change } = await announced()
    const [first, second] = seminar.halfDays
    const place = await db().seminarRegistration.findFirstOrThrow({ where: { guestEmail: guest } })
    const known = { registrationId: place.id, at: new Date(), way: 'code', state: 'present', changedAt: new Date() }
    const without = [sittings[0] ?? sittingAt(daysAhead(10), 0)]
    const moved = [sittingAt(daysAhead(20), 0), ...sittings.slice(1)]

    const { id } = await db().seminarCheckIn.create({ data: { halfDayId: second?.id ?? '', ...known } })
    expect(await change({ sittings: without })).toEqual({ refused: 'attended' })
    expect(await db().seminarCheckIn.count({ where: { id } })).toBe(1)
    // The other half-day is removed; the one with her check-in keeps its id.
    expect(await change({ sittings: sittings.slice(1) }, 2, 'Salle fermée')).toEqual({ saved: 'time', told: 3 })
    expect((await seminarOf(seminar.id)).halfDays).toMatchObject([{ id: second?.id, day: second?.day }])

    expect(await change({ sittings: moved }, 3, 'Salle rouverte')).toMatchObject({ saved: 'time' })
    const again = (await seminarOf(seminar.id)).halfDays.find((half) => half.id !== second?.id)
    expect(again?.day).not.toBe(first?.day)
    const noted = { halfDayId: again?.id ?? '', guestEmail: 'x@example.ma', guestName: 'X', at: new Date() }
    await db().unlistedCheckIn.create({ data: noted })
    expect(await change({ sittings }, 4)).toEqual({ refused: 'attended' })
  })

  it('says in the letter what changed, from when to when, with the entry that replaces the earlier one', async () => {
    const { seminar, person, guest, change } = await announced()
    const before = await seminarOf(seminar.id)
    const moved = [sittingAt(daysAhead(5), 0), sittingAt(daysAhead(6), 0)]
    await change({ sittings: moved, place: { fr: 'Fès', ar: 'فاس' }, link: 'https://visio.example/x' })

    const written = async (email: string) => writeLetter((await lettersTo(email))[0]?.letter as Letter)
    const english = await written(guest)
    expect(english.subject).toBe('Brought forward: Entendre la victime mineure')
    const t = translator('en')
    const parts = {
      when: { before: spanOf(before, 'en', t), after: spanOf(await seminarOf(seminar.id), 'en', t) },
      place: { before: 'Rabat, salle 2', after: 'فاس' },
      link: { before: '', after: '' },
    }
    for (const part of ['when', 'place', 'link'] as const)
      expect(english.text).toContain(t(`mail.seminarChanged.parts.${part}`, parts[part]))
    expect(english.text).not.toContain('visio.example')
    expect(english.calendar?.method).toBe('PUBLISH')
    for (const line of [`UID:seminar-${seminar.id}@`, 'SEQUENCE:1', 'STATUS:CONFIRMED'])
      expect(english.calendar?.content).toContain(line)
    expect((await written(person.email)).subject).toContain('تقديم موعد ندوة')

    await change({ sittings: [sittingAt(daysAhead(30), 0)], place: { fr: 'Fès', ar: 'فاس' } }, 3)
    const second = (await lettersTo(guest))[1]?.letter as Letter
    expect(writeLetter(second).subject).toContain('Postponed')
    expect(writeLetter(second).calendar?.content).toContain('SEQUENCE:2')
  })

  it('is saved only after the organiser has seen how many people are told, and of what', async () => {
    const { school, seminar, person, sittings } = await announced()
    const may = await mayChangeSeminar(school.administrator, seminar.id)
    const save = (place: string, reviewed?: string) =>
      changeSeminar(may, { fields: seminarFields({ sittings, place: { fr: place } }), seen: 2, reviewed }, new Date())

    const asked = await save('Fès')
    expect(asked).toMatchObject({ review: { parts: ['place'], told: 3, hours: [], needsReason: false } })
    const { key } = 'review' in asked ? asked.review : { key: '' }
    // She changed her mind after the review: the other change is shown first.
    expect(await save('Tanger', key)).toMatchObject({ review: { told: 3 } })
    expect(await lettersTo(person.email)).toEqual([])
    expect(await save('Fès', key)).toEqual({ saved: 'place', told: 3 })
  })

  it('needs a reason after the first check-in, shows what it does to the hours, and keeps it in the log', async () => {
    const school = await host()
    const begun = sittingAt(new Date(Date.now() - HOUR_MS / 2), 0)
    const seminar = await makeSeminar(school, { sittings: [begun] })
    const { id: registrationId } = await insertRegistration(seminar.id, await insertPerson())
    const known = { registrationId, at: new Date(), way: 'code', state: 'present', changedAt: new Date() }
    await db().seminarCheckIn.create({ data: { halfDayId: seminar.halfDays[0]?.id ?? '', ...known } })
    const longer = new Date(begun.endsAt.getTime() + HOUR_MS)
    const may = await mayChangeSeminar(school.administrator, seminar.id)
    const save = (more: { reviewed?: string; reason?: string }, endsAt = longer) =>
      changeSeminar(may, { fields: seminarFields({ sittings: [{ ...begun, endsAt }] }), seen: 2, ...more }, new Date())

    const asked = await save({ reason: 'Débat prolongé' })
    expect(asked).toMatchObject({
      review: { told: 1, needsReason: true, hours: [{ before: 120, after: 180, present: 1 }] },
    })
    const { key } = 'review' in asked ? asked.review : { key: '' }
    expect(await save({ reviewed: key })).toMatchObject({ review: { needsReason: true } })
    // Another agenda than the one that was shown.
    const other = { reviewed: key, reason: 'Débat prolongé' }
    expect(await save(other, new Date(longer.getTime() + HOUR_MS))).toMatchObject({
      review: { hours: [{ after: 240 }] },
    })
    expect(await save({ reviewed: key, reason: 'Débat prolongé' })).toEqual({ saved: 'time', told: 1 })
    const entry = { act: 'seminar-rescheduled', details: { path: ['seminar'], equals: seminar.id } } as const
    expect(await db().auditEntry.findFirst({ where: entry })).toMatchObject({ reason: 'Débat prolongé' })
  })

  it('tells nobody while it is a draft', async () => {
    const school = await host()
    const { id } = await makeSeminar(school, {}, [])
    await insertRegistration(id, await insertPerson())
    const fields = seminarFields({ sittings: [sittingAt(daysAhead(30), 0)] })
    const may = await mayChangeSeminar(school.administrator, id)

    expect(await changeSeminar(may, { fields, seen: 1 }, new Date())).toEqual({ saved: 'time', told: 0 })
    expect(await seminarOf(id)).toMatchObject({ sequence: 0, rescheduledAt: null })
  })
})

describe('the status of a seminar', () => {
  it('is cancelled once, with a letter to each person that gives the reason', async () => {
    const school = await host()
    const { id } = await makeSeminar(school)
    const [person, disabled] = [await insertPerson({ locale: 'ar' }), await insertPerson()]
    await insertRegistration(id, person)
    await insertRegistration(id, disabled)
    await db().account.update({ where: { id: disabled.accountId }, data: { disabledAt: new Date() } })
    const may = await mayChangeSeminar(school.administrator, id)
    const cancel = () => cancelSeminar(may, { fr: 'Salle indisponible' }, new Date())

    const results = await Promise.all([cancel(), cancel()])

    expect(results.toSorted()).toEqual(expect.arrayContaining(['done', { refused: 'status' }]))
    expect(await lettersTo(disabled.email)).toEqual([])
    const letters = await lettersTo(person.email)
    expect(letters.map(({ kind }) => kind)).toEqual(['seminarCancelled'])
    expect(letters[0]?.letter).toMatchObject({ locale: 'ar', about: { reason: 'Salle indisponible' } })
    expect(await seminarOf(id)).toMatchObject({
      status: 'cancelled',
      sequence: 1,
      cancelReason: { fr: 'Salle indisponible' },
    })
    expect(await acts(id)).toEqual(['seminar-created', 'seminar-opened', 'seminar-cancelled'])
  })

  it('is closed, reopened, and held once its last sitting is over', async () => {
    const school = await host()
    const { id } = await makeSeminar(school)
    const may = await mayChangeSeminar(school.administrator, id)
    const now = new Date()

    expect(await changeStatus(may, 'close', now)).toBe('done')
    expect(await changeStatus(may, 'close', now)).toEqual({ refused: 'status' })
    expect(await changeStatus(may, 'reopen', now)).toBe('done')
    const { startsAt, endsAt } = await seminarOf(id)
    for (const early of [now, startsAt, new Date(endsAt.getTime() - 1)])
      expect(await changeStatus(may, 'mark-held', early)).toEqual({ refused: 'not-over' })
    expect(await changeStatus(may, 'mark-held', endsAt)).toBe('done')
    expect(await acts(id)).toEqual([
      'seminar-created',
      'seminar-opened',
      'seminar-closed',
      'seminar-reopened',
      'seminar-held',
    ])
  })

  it('cannot be changed by an administrator of another school, a tutor or a learner', async () => {
    const school = await host()
    const { id } = await makeSeminar(school)
    const other = await host()
    const tutor = await insertPerson()
    await giveRole(tutor.accountId, 'tutor', school.institutionId)

    for (const who of [other.administrator, tutor, await insertPerson()]) {
      await expect(requireSeminar(await caller(who), 'seminar:change', id)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('cannot be made in an institution that is archived', async () => {
    const school = await host()
    const permit = permitFor(await actorNow(school.administrator), 'seminar:create', {
      institutionId: school.institutionId,
    })
    await db().institution.update({ where: { id: school.institutionId }, data: { archivedAt: new Date() } })

    await expect(createSeminar(permit, seminarFields(), new Date())).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('an institution that is asked to organise too', () => {
  async function asked() {
    const [school, partner] = [await host(), await host('Association')]
    const { id } = await makeSeminar(school, { listed: 'invited' })
    const may = await mayChangeSeminar(school.administrator, id)
    const ask = (institutionId: string) => askOrganiser(may, institutionId, new Date())
    const mayAnswer = permitFor(await actorNow(partner.administrator), 'seminar:co-organise', {
      institutionId: partner.institutionId,
    })
    const answer = (given: 'accept' | 'decline' | 'withdraw') => answerRequest(mayAnswer, id, given, new Date())
    const reads = async () =>
      requireSeminar(await caller(partner.administrator), 'seminar:read', id).then(
        () => true,
        () => false,
      )
    return { school, partner, id, may, ask, mayAnswer, answer, reads }
  }

  it('reads the registrations from its acceptance until it withdraws, and changes nothing', async () => {
    const { partner, id, ask, mayAnswer, answer, reads } = await asked()

    expect(await ask(partner.institutionId)).toBe('asked')
    expect(await ask(partner.institutionId)).toBe('already')
    expect((await requestsTo(mayAnswer)).map((request) => request.id)).toEqual([id])
    expect([await reads(), await opens(partner.administrator, id)]).toEqual([false, false])

    await answer('accept')
    expect([await reads(), await opens(partner.administrator, id)]).toEqual([true, true])
    await expect(requireSeminar(await caller(partner.administrator), 'seminar:change', id)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(answer('accept')).rejects.toMatchObject({ code: 'conflict' })

    await answer('withdraw')
    expect(await reads()).toBe(false)
    expect(await requestsTo(mayAnswer)).toEqual([])
  })

  it('can be asked again after it has declined, and cannot accept once that is taken back', async () => {
    const { partner, may, ask, answer, reads } = await asked()

    await ask(partner.institutionId)
    await answer('decline')
    expect(await ask(partner.institutionId)).toBe('asked')
    await takeBackOrganiser(may, partner.institutionId, new Date())
    await expect(answer('accept')).rejects.toMatchObject({ code: 'conflict' })
    expect(await reads()).toBe(false)
  })

  it('answers only its own request, and must exist', async () => {
    const { school, id, ask, mayAnswer } = await asked()

    // This institution was not asked.
    await expect(answerRequest(mayAnswer, id, 'accept', new Date())).rejects.toMatchObject({ code: 'not-found' })
    for (const other of [school.institutionId, randomUUID(), 'x'])
      await expect(ask(other)).rejects.toMatchObject({ code: 'not-found' })
  })
})
