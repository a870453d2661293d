import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getPdf } from '@/app/api/certificates/[number]/pdf/route'
import { GET as getCredential } from '@/app/api/credentials/[number]/route'
import type { Paper } from '@/domain/certificate/paper'
import { permitFor } from '@/server/auth/permit'
import { certificateCredential } from '@/server/certificate/certificate-credential'
import { decideProposal } from '@/server/certificate/decide-proposal'
import { setPaper } from '@/server/certificate/set-paper'
import { transcriptPdf } from '@/server/certificate/transcript'
import { verifyCertificate } from '@/server/certificate/verify-certificate'
import { db, sql } from '@/server/db/client'
import { deleteExpired } from '@/server/db/retention/expired'
import { claimGuestPlaces, claimPlace } from '@/server/db/seminar/seminar-claims'
import { checkIn } from '@/server/seminar/attendance/check-in'
import { closeList } from '@/server/seminar/attendance/close-list'
import { correct } from '@/server/seminar/attendance/correct'
import { issueAttestations, issueNext } from '@/server/seminar/attendance/issue-attestations'
import { strike, tickPeople } from '@/server/seminar/attendance/list'
import { roomCode } from '@/server/seminar/attendance/room-code'
import { cancelSeminar } from '@/server/seminar/change-status'
import {
  AFTER_SEMINAR,
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
import { insertPerson, mayRead } from '../support/people'
import { readPdf } from '../support/read-pdf'
import { changeReviewed, mayChangeSeminar, seminarFields, seminarOf } from '../support/seminars'
import { actorNow, insertStaff } from '../support/staff'

type Place = { placeId: string }

async function present(day: SeminarDay, people: readonly Place[], halfDays: readonly string[]) {
  const { permit, seminar } = await mayRun(day, 'seminar:run')
  const ticks = people.flatMap(({ placeId }) => halfDays.map((halfDayId) => ({ placeId, halfDayId, secondsAgo: null })))
  await tickPeople(permit, seminar, { ticks, way: 'sheet' }, IN_AFTERNOON)
}

async function close(day: SeminarDay, count: number, now = AFTER_SEMINAR, early = '') {
  const { permit, seminar } = await mayRun(day, 'seminar:issue')
  return closeList(permit, seminar, { count, early }, now)
}

const issuedIn = (day: SeminarDay) =>
  db().certificate.findMany({ where: { seminarId: day.id }, include: { paper: true } })

describe('closing the list', () => {
  it('attests each person once for the half-days of her presence, even if the button is pressed twice', async () => {
    const day = await makeSeminarDay()
    const [whole, half, absent, guest] = [
      await registered(day),
      await registered(day),
      await registered(day),
      await registeredGuest(day),
    ]
    await present(day, [whole, guest], [day.morning, day.afternoon])
    await present(day, [half], [day.morning])

    expect(await Promise.all([close(day, 3), close(day, 3)])).toEqual(['closed', 'closed'])
    expect(await close(day, 3)).toBe('closed')
    const rows = await issuedIn(day)
    expect(rows).toHaveLength(3)
    const of = ({ placeId }: Place) => rows.find((row) => row.registrationId === placeId)
    expect(of(whole)?.paper?.content).toMatchObject({ kind: 'attendance', presence: { minutes: 330 } })
    expect(of(half)?.paper?.content).toMatchObject({
      presence: { minutes: 180, halfDays: [{ day: '2026-12-03', half: 'morning' }] },
    })
    expect(of(absent)).toBeUndefined()
    // Only a guest gets her attestation by letter; the others find theirs on their own page.
    const letters = await db().mail.findMany({ where: { kind: 'seminarAttestation', to: guest.email } })
    expect(letters).toHaveLength(1)
    // The place, and with it her name, is deleted a year after the seminar.
    expect(letters[0]?.letter).toMatchObject({ about: { until: '2027-12-03T15:00:00.000Z' } })
    expect(of(guest)).toMatchObject({ accountId: null, nameLatin: 'Omar Qiyassi', nameArabic: 'Omar Qiyassi' })
    expect(await db().auditEntry.count({ where: { act: 'attendance-closed', institutionId: day.institutionId } })).toBe(
      1,
    )
  })

  it('keeps the seminar from being cancelled, even while it lasts: its attestations say that it was held', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    await present(day, [her], [day.morning])
    expect(await close(day, 1, IN_AFTERNOON, 'La dernière intervenante est empêchée')).toBe('closed')
    const permit = await mayChangeSeminar(day.administrator, day.id)

    expect(await cancelSeminar(permit, { fr: 'Salle inondée' }, IN_AFTERNOON)).toEqual({ refused: 'over' })
    const after = await db().seminar.findUniqueOrThrow({ where: { id: day.id } })
    expect([after.status === 'cancelled', after.cancelledAt, after.cancelReason]).toEqual([false, null, null])
    expect(await db().mail.count({ where: { to: her.email, kind: 'seminarCancelled' } })).toBe(0)
    expect(await db().auditEntry.count({ where: { act: 'seminar-cancelled', institutionId: day.institutionId } })).toBe(
      0,
    )
    expect(await issuedIn(day)).toMatchObject([{ registrationId: her.placeId, revokedAt: null }])

    const other = await makeSeminarDay()
    const open = await mayChangeSeminar(other.administrator, other.id)
    expect(await cancelSeminar(open, { fr: 'Salle inondée' }, IN_AFTERNOON)).toBe('done')
  })

  it('gives a guest her attestation, and the one that it replaced, once her account claims her place', async () => {
    const day = await makeSeminarDay()
    const [guest, other] = [await registeredGuest(day), await registeredGuest(day)]
    await present(day, [guest, other], [day.morning])
    await close(day, 2)
    const now = await db().certificate.findUniqueOrThrow({ where: { registrationId: guest.placeId } })
    const { id: _, statusIndex: __, ...same } = now
    const earlier = { ...same, number: 'earlier', shareToken: 'earlier', registrationId: null, revokedAt: IN_AFTERNOON }
    const replaced = await db().certificate.create({ data: earlier })
    await db().certificate.update({ where: { id: now.id }, data: { supersedesId: replaced.id } })

    const { accountId } = await insertPerson({ email: guest.email })
    expect(await claimGuestPlaces(sql(), accountId)).toBe(1)
    const hers = await db().certificate.findMany({ where: { accountId }, select: { id: true } })
    expect(hers.map(({ id }) => id).toSorted()).toEqual([now.id, replaced.id].toSorted())
    expect(await claimGuestPlaces(sql(), accountId)).toBe(0)

    const second = await insertPerson({ email: other.email })
    await db().$transaction((tx) => claimPlace(tx, other.placeId))
    expect(await db().certificate.findUnique({ where: { registrationId: other.placeId } })).toMatchObject({
      accountId: second.accountId,
    })
  })

  it('is refused before the end, with another number of people, and for a cancelled seminar', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    await present(day, [her], [day.morning])
    // The last half-day has begun, and nobody has sat through it yet.
    for (const early of [IN_MORNING, IN_AFTERNOON, new Date('2026-12-03T14:59:59Z')])
      expect(await close(day, 1, early)).toEqual({ refused: 'not-over' })
    expect(await close(day, 2)).toEqual({ refused: 'changed' })
    expect(await close(day, Number.NaN)).toEqual({ refused: 'changed' })
    expect(await issuedIn(day)).toEqual([])
    expect((await db().seminarHalfDay.findUniqueOrThrow({ where: { id: day.morning } })).checkInClosedAt).toBeNull()
    const cancelled = await makeSeminarDay({ status: 'cancelled' })
    expect(await close(cancelled, 0)).toEqual({ refused: 'cancelled' })
  })

  it('before the end takes a reason, and counts only what was held until then', async () => {
    const day = await makeSeminarDay()
    const [morning, both, early] = [await registered(day), await registered(day), await registered(day)]
    await present(day, [morning], [day.morning])
    await present(day, [both], [day.morning, day.afternoon])
    await present(day, [early], [day.afternoon])
    const reason = 'Intervenant empêché'
    expect(await close(day, 3, new Date('2026-12-03T08:00:59Z'), reason)).toEqual({ refused: 'not-begun' })
    // In the morning the afternoon has not been held: whoever is present in it alone gets nothing.
    const before = await makeSeminarDay()
    const [her, ahead] = [await registered(before), await registered(before)]
    await present(before, [her], [before.morning])
    await present(before, [ahead], [before.afternoon])
    expect(await close(before, 1, IN_MORNING, reason)).toBe('closed')
    expect((await issuedIn(before)).map(({ paper }) => paper?.content)).toMatchObject([
      { presence: { minutes: 60, halfDays: [{ half: 'morning' }] } },
    ])
    expect(await issueNext(before.id, AFTER_SEMINAR)).toBe(false)
    // The next correction counts no more either.
    const { permit, seminar } = await mayRun(before, 'seminar:issue')
    const correction = { placeId: ahead.placeId, halfDayIds: [before.morning, before.afternoon], reason }
    expect(await correct(permit, seminar, correction, AFTER_SEMINAR)).toBe('corrected')
    const late = (await issuedIn(before)).find(({ registrationId }) => registrationId === ahead.placeId)
    expect(late?.paper?.content).toMatchObject({ presence: { minutes: 60, halfDays: [{ half: 'morning' }] } })

    expect(await close(day, 3, IN_AFTERNOON, reason)).toBe('closed')
    const minutes = (await issuedIn(day)).map(({ registrationId, paper }) => [
      registrationId,
      (paper?.content as Paper | undefined)?.presence?.minutes,
    ])
    expect(Object.fromEntries(minutes)).toEqual({
      [morning.placeId]: 180,
      [both.placeId]: 270,
      [early.placeId]: 90,
    })
    const entry = { act: 'attendance-closed', details: { path: ['seminar'], equals: day.id } } as const
    expect(await db().auditEntry.findFirst({ where: entry })).toMatchObject({ reason })
    const list = await db().attendanceList.findUniqueOrThrow({ where: { seminarId: day.id } })
    expect(list.earlyReason).toBe(reason)
  })

  it('leaves whoever comes for the afternoon her place, and attests the afternoon alone', async () => {
    const day = await makeSeminarDay()
    const [her, other] = [await registered(day), await registered(day)]
    await present(day, [other], [day.morning])
    expect(await close(day, 1, IN_MORNING)).toEqual({ refused: 'not-over' })

    const { code } = await roomCode(day.afternoon, IN_AFTERNOON)
    expect(await checkIn(day.afternoon, her, { typed: code, late: false }, IN_AFTERNOON)).toMatchObject({
      status: 'present',
    })
    expect(await close(day, 2)).toBe('closed')
    const hers = (await issuedIn(day)).find(({ registrationId }) => registrationId === her.placeId)
    expect(hers?.paper?.content).toMatchObject({ presence: { minutes: 150, halfDays: [{ half: 'afternoon' }] } })
  })

  it('keeps the agenda as it was attested', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    await present(day, [her], [day.morning])
    await close(day, 1, IN_AFTERNOON, 'Salle évacuée')
    const row = await seminarOf(day.id)
    const longer = row.sittings.map((one) => ({ ...one, endsAt: at(600, one.endsAt) }))
    const fields = seminarFields({ ...row, sittings: longer })
    expect(
      await changeReviewed(day.administrator, day.id, { fields, seen: row.version, reason: 'x' }, IN_AFTERNOON),
    ).toEqual({ refused: 'list-closed' })
  })

  it('ends all check-ins and ticks', async () => {
    const day = await makeSeminarDay()
    const [her, late] = [await registered(day), await registered(day)]
    await present(day, [her], [day.afternoon])
    await close(day, 1)

    const { code } = await roomCode(day.afternoon, IN_AFTERNOON)
    expect(await checkIn(day.afternoon, late, { typed: code, late: false }, IN_AFTERNOON)).toMatchObject({
      status: 'closed',
    })
    expect(await checkIn(day.afternoon, late, { typed: '', late: true }, IN_AFTERNOON)).toMatchObject({
      status: 'closed',
    })
    await expect(present(day, [late], [day.afternoon])).rejects.toThrow('the list is closed')
  })

  it('attests nobody who was at home, once the organiser has struck what a forwarded code recorded', async () => {
    const day = await makeSeminarDay()
    const [present, atHome, late] = [await registered(day), await registered(day), await registered(day)]
    const { code } = await roomCode(day.morning, IN_MORNING)
    const sent = { typed: code, late: false }
    await checkIn(day.morning, present, sent, IN_MORNING)
    // Within its minute a forwarded code cannot be told from one that was read in the room.
    expect(await checkIn(day.morning, atHome, sent, at(40))).toMatchObject({ status: 'present' })
    expect(await checkIn(day.morning, late, sent, at(61))).toMatchObject({ status: 'changed' })
    // Nobody checks in an absent person who has an account, by her address.
    expect(await checkIn(day.morning, { name: 'X', email: late.email }, sent, at(45))).toMatchObject({
      status: 'unlisted',
    })
    const [row] = await checkInsOf(atHome.placeId)
    expect(row).toMatchObject({ way: 'code', state: 'present', at: at(40), byId: null })

    const { permit, seminar } = await mayRun(day, 'seminar:run')
    const why = { reason: 'Code transmis', back: false }
    await strike(permit, seminar, { placeId: atHome.placeId, halfDayId: day.morning, ...why }, at(300))
    await close(day, 1)
    expect(await issuedIn(day)).toMatchObject([{ registrationId: present.placeId }])
    expect(
      await db().auditEntry.findFirst({ where: { subjectId: atHome.accountId, act: 'attendance-struck' } }),
    ).toMatchObject({ reason: 'Code transmis', actorId: day.administrator.accountId })
  })

  it('resumes after it was killed half-way, and issues no attestation twice', async () => {
    const day = await makeSeminarDay()
    const people = [await registered(day), await registered(day), await registered(day)]
    await present(day, people, [day.morning])
    await db().attendanceList.create({
      data: { seminarId: day.id, closedAt: IN_AFTERNOON, closedById: day.administrator.accountId },
    })
    expect(await issueNext(day.id, IN_AFTERNOON, 2)).toBe(true)
    expect(await issuedIn(day)).toHaveLength(2)

    await Promise.all([issueAttestations(() => at(60, IN_AFTERNOON)), issueAttestations(() => at(60, IN_AFTERNOON))])
    expect(await issuedIn(day)).toHaveLength(3)
    expect((await db().attendanceList.findUniqueOrThrow({ where: { seminarId: day.id } })).issuedAt).not.toBeNull()
  })
})

describe('an attestation', () => {
  let day: SeminarDay
  let her: Awaited<ReturnType<typeof registered>>
  const row = async () => db().certificate.findFirstOrThrow({ where: { registrationId: her.placeId } })
  beforeAll(async () => {
    day = await makeSeminarDay()
    her = await registered(day)
    await present(day, [her], [day.morning, day.afternoon])
    await close(day, 1)
  })

  it('is verified by its number, with the half-days and without a course', async () => {
    const found = await verifyCertificate((await row()).number, null, { address: 'test', now: IN_AFTERNOON })
    expect(found).toMatchObject({
      status: 'found',
      name: { status: 'hidden' },
      facts: {
        kind: 'attendance',
        status: 'valid',
        content: null,
        minutes: 330,
        course: { fr: 'Le juge face à la victime', en: 'القاضي أمام ضحية الاتجار بالبشر' },
        presence: { place: { ar: 'Fès, salle de conférences' } },
      },
    })
  })

  it('is not found under a number that was made up or changed, and opens to nobody else', async () => {
    const { number } = await row()
    const now = IN_AFTERNOON
    const forged = [...'23456789'].map((digit) => `${number.slice(0, 4)}${digit}${number.slice(5)}`)
    for (const one of forged.filter((each) => each !== number))
      expect((await verifyCertificate(one, null, { address: 'forger', now })).status).not.toBe('found')

    const other = await makeSeminarDay()
    for (const who of [await insertPerson(), other.administrator]) {
      await callAs(who.sessionId)
      for (const get of [getPdf, getCredential]) {
        const request = new Request(`http://localhost:3000/x?key=${(await row()).shareToken.slice(1)}x`)
        const answer = await get(request, { params: Promise.resolve({ number }) })
        expect([401, 403]).toContain(answer.status)
      }
    }
    await callAs(null)
  })

  it('belongs to its organiser: another institution can neither close the list nor correct it', async () => {
    const other = await makeSeminarDay()
    for (const permission of ['seminar:run', 'seminar:issue'] as const)
      await expect(mayRun(day, permission, other.administrator)).rejects.toMatchObject({ code: 'forbidden' })
    const { permit, seminar } = await mayRun(other, 'seminar:issue')
    const foreign = { placeId: her.placeId, halfDayIds: [other.morning], reason: 'x' }
    await closeList(permit, seminar, { count: 0 }, AFTER_SEMINAR)
    await expect(correct(permit, seminar, foreign, AFTER_SEMINAR)).rejects.toMatchObject({ code: 'not-found' })
    expect(await issuedIn(other)).toEqual([])
    expect(await issuedIn(day)).toHaveLength(1)
  })

  it('is printed on one page, which keeps the name that the institution had at the issue', async () => {
    await db().institution.update({ where: { id: day.institutionId }, data: { nameLatin: 'Renommée' } })
    const { paper, ...certificate } = await db().certificate.findFirstOrThrow({
      where: { registrationId: her.placeId },
      include: { paper: true },
    })
    const names = { nameArabic: certificate.nameArabic ?? '', nameLatin: certificate.nameLatin ?? '' }
    const printed = { ...certificate, ...names, supersededBy: null, paper: paper?.content as never, updates: [] }
    const { text, pages } = await readPdf(await setPaper({ printed, address: 'http://localhost:3000' }))
    expect(pages).toBe(1)
    expect(text).toMatch(/École de magistrature/)
    expect(text).toMatch(/3 décembre 2026/)
    expect(text).not.toMatch(/Renommée/)
  })

  it('is a credential for the seminar, with its own place in the status list', async () => {
    const { paper, ...certificate } = await db().certificate.findFirstOrThrow({
      where: { registrationId: her.placeId },
      include: { paper: true },
    })
    const held = { ...certificate, supersededBy: null, paper: paper?.content, updates: [] }
    const signed = await certificateCredential({ permit: null as never, certificate: held as never }, IN_AFTERNOON)
    expect(signed).toMatchObject({
      credentialSubject: {
        achievement: { achievementType: 'Achievement', id: expect.stringContaining(`/seminars/${day.id}`) },
      },
      credentialStatus: { statusListIndex: String(certificate.statusIndex) },
    })
  })

  it('stands on the transcript', async () => {
    const { text } = await readPdf(await transcriptPdf(mayRead(her), IN_AFTERNOON))
    expect(text).toMatch(/Le juge face à la victime/)
    expect(text).toMatch(/Présence aux séminaires/)
  })

  it('of a guest loses her name with her place', async () => {
    const other = await makeSeminarDay()
    const guest = await registeredGuest(other)
    await present(other, [guest], [other.morning])
    await close(other, 1)
    await callAs(null)
    const [issued] = await issuedIn(other)
    const params = Promise.resolve({ number: issued?.number ?? '' })
    const byLink = () => getCredential(new Request(`http://localhost:3000/x?key=${issued?.shareToken}`), { params })

    await deleteExpired(sql(), 'guests', new Date('2026-12-03T15:00:00Z'))
    expect((await byLink()).status).toBe(200)
    await deleteExpired(sql(), 'guests', new Date('2026-12-03T15:00:01Z'))

    expect(await issuedIn(other)).toMatchObject([
      { nameArabic: null, nameLatin: null, initials: '', registrationId: null },
    ])
    // Nobody can make another link.
    const gone = await byLink()
    expect([gone.status, await gone.json()]).toEqual([410, { code: 'name-gone' }])
  })
})

describe('after closing, a correction', () => {
  const reason = 'Signée sur la feuille'

  it('changes an attestation only when a second person agrees', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    await present(day, [her], [day.morning])
    await close(day, 1)
    const { permit, seminar } = await mayRun(day, 'seminar:issue')
    const halfDayIds = [day.morning, day.afternoon]
    expect(
      await correct(permit, seminar, { placeId: her.placeId, halfDayIds: [day.morning], reason }, IN_AFTERNOON),
    ).toBe('unchanged')
    expect(await correct(permit, seminar, { placeId: her.placeId, halfDayIds, reason }, IN_AFTERNOON)).toBe('proposed')
    const [old] = await issuedIn(day)
    expect(old?.paper?.content).toMatchObject({ presence: { minutes: 180 } })
    const proposal = await db().certificateProposal.findFirstOrThrow({ where: { certificateId: old?.id ?? '' } })
    expect(proposal).toMatchObject({ act: 'supersede', reason, proposedById: day.administrator.accountId })

    const second = await insertStaff('administrator', day.institutionId)
    const facts = { number: old?.number ?? '', holderId: her.accountId, institutionIds: [day.institutionId] }
    const target = { ...facts, proposedBy: proposal.proposedById, proposedByTeacher: true }
    const alone = await actorNow(day.administrator)
    expect(() => permitFor(alone, 'certificate:decide', target)).toThrow()
    const decides = permitFor(await actorNow(second), 'certificate:decide', target)
    await decideProposal(decides, { answer: 'accept', proposal: proposal.id }, IN_AFTERNOON)

    const next = await db().certificate.findFirstOrThrow({
      where: { supersedesId: old?.id ?? '' },
      include: { paper: true },
    })
    expect(next.paper?.content).toMatchObject({ kind: 'attendance', presence: { minutes: 330 } })
    expect(next.registrationId).toBe(her.placeId)
    expect(await checkInsOf(her.placeId)).toMatchObject([
      { state: 'present', reason },
      { state: 'present', reason },
    ])
  })

  it('gives an attestation to a person who was forgotten, and notes the reason in the log', async () => {
    const day = await makeSeminarDay()
    const her = await registered(day)
    const { permit, seminar } = await mayRun(day, 'seminar:issue')
    const correction = { placeId: her.placeId, halfDayIds: [day.morning], reason }
    await expect(correct(permit, seminar, correction, IN_AFTERNOON)).rejects.toThrow('the list is open')
    await close(day, 0)
    expect(await correct(permit, seminar, correction, IN_AFTERNOON)).toBe('corrected')
    expect(await issuedIn(day)).toMatchObject([{ accountId: her.accountId, registrationId: her.placeId }])
    expect(
      await db().auditEntry.findFirst({ where: { subjectId: her.accountId, act: 'attendance-corrected' } }),
    ).toMatchObject({ reason })
  })
})
