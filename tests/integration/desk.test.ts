import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@/domain/auth/role'
import { permitFor } from '@/server/auth/permit'
import { noteBackup } from '@/server/backup/note-backup'
import { targetOf } from '@/server/cohort/cohort-permit'
import { sendReminders } from '@/server/cohort/reminders/send-reminders'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { db, sql } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { noteRun } from '@/server/db/desk/job-runs'
import { insertMail } from '@/server/db/mail/mails'
import { findOnDesk } from '@/server/desk/find'
import { desk } from '@/server/desk/open-desk'
import { platformWork, retryMails, startJob } from '@/server/desk/run-platform'
import { databaseUrl } from '@/server/env'
import { revokeRole } from '@/server/institution/change-roles'
import { runJob } from '@/server/jobs/jobs'
import { runSurveys } from '@/server/survey/run-surveys'
import { insertParticipant, insertPlace, makeCohort, makeSchool, type School, teach } from '@/tests/support/cohorts'
import { CONTACT } from '@/tests/support/contacts'
import { NOW } from '@/tests/support/exam-room'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { logoOf, save } from '@/tests/support/faces'
import { insertPerson } from '@/tests/support/people'
import { runCommand } from '@/tests/support/run-command'
import { makeSeminar, sittingAt } from '@/tests/support/seminars'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS)
type Who = { accountId: string; sessionId: string }

const mayRead = async (who: Who) => permitFor(await actorNow(who), 'desk:read', {})
const deskOf = async (who: Who, now = NOW) => desk(await mayRead(who), now)
const find = async (who: Who, typed: string) => findOnDesk(await mayRead(who), typed, NOW)
const tasksOf = async (who: Who, now = NOW) => {
  const { today, week } = await deskOf(who, now)
  return [...today, ...week]
}
const kindsOf = async (who: Who, now = NOW) => (await tasksOf(who, now)).map(({ kind }) => kind)

/** A cohort in which each act of its staff has somebody waiting for it. */
async function busyCohort(school: School, tutorIds: string[] = []): Promise<CohortRow> {
  const cohort = await makeCohort(school, {
    fields: { seats: 3, name: 'Promotion Zitouna' },
    deadlines: { offence: '2026-11-10' },
    tutorIds,
  })
  await insertPlace(cohort, { status: 'asked', waitsSince: ago(3) })
  await insertPlace(cohort, { status: 'waiting', waitsSince: ago(2) })
  const invited = await insertPlace(cohort, { status: 'invited', waitsSince: ago(12) })
  await db().invitation.create({
    data: { memberId: invited.id, hash: randomUUID(), createdAt: ago(12), expiresAt: ago(-9) },
  })
  await insertParticipant(cohort, { daysQuiet: 20, nameLatin: 'Amina Tazi', nameArabic: 'أمينة التازي' })
  await insertParticipant(cohort, { daysQuiet: 2 })
  return cohort
}

async function failedLetter(memberId: string | null, at = ago(1)) {
  const letter = {
    kind: 'invitation',
    to: `${randomUUID()}@example.ma`,
    name: '',
    locale: 'fr',
    link: 'https://x.ma',
  } as const
  const id = await insertMail(db(), letter, { memberId }, at)
  await db().mail.update({ where: { id }, data: { state: 'failed', problem: '550' } })
  return id
}

afterEach(() => vi.restoreAllMocks())

describe('the work page', () => {
  it('tells the administrator all that waits in her cohorts, since when, and where it is done', async () => {
    const school = await makeSchool()
    const cohort = await busyCohort(school)
    const [invited] = await db().cohortMember.findMany({ where: { cohortId: cohort.id, status: 'invited' } })
    await failedLetter(invited?.id ?? null)

    const { today, week, cohorts, failed } = await deskOf(school.administrator)

    const at = `/cohorts/${cohort.id}`
    expect(failed).toEqual([])
    expect(today).toMatchObject([
      { kind: 'requests', count: 1, since: ago(3), place: cohort.name, path: `${at}/people?show=asked` },
      { kind: 'seats', count: 1, since: ago(2), path: `${at}/settings#seats` },
      { kind: 'undelivered', count: 1, since: ago(1), path: `${at}/people?letter=failed` },
    ])
    expect(week).toMatchObject([
      { kind: 'late', count: 1, path: `${at}/remind?why=late` },
      {
        ...{ kind: 'invitations', count: 1, since: ago(12), path: `${at}/people/act?status=invited` },
        form: { act: 'again', all: 'unanswered' },
      },
      { kind: 'inactive', count: 1, since: ago(6), path: `${at}/remind?why=inactive` },
      { kind: 'no-face', path: `/institutions/${school.institutionId}/face` },
    ])
    expect(cohorts).toMatchObject([
      {
        id: cohort.id,
        phase: 'running',
        standing: { people: 2, active: 1, passed: 0 },
        next: { what: 'ends', on: cohort.endsOn },
      },
    ])
  })

  it('puts the seminars of today first, with the screen of the room, until their list is closed', async () => {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
    const institutionId = await makeInstitution()
    const partner = await insertStaff('administrator', institutionId)
    const sittings = [sittingAt(NOW, 2), sittingAt(NOW, 26)]
    const { id } = await makeSeminar(school, { sittings, cohortId: cohort.id })
    await makeSeminar(school, { sittings: [sittingAt(NOW, 26)] })
    await makeSeminar(school, { sittings }, [])
    await insertPlace(cohort, { status: 'asked', waitsSince: ago(3) })
    const onDay = async (who: Who, now = NOW) => (await deskOf(who, now)).today.filter(({ happens }) => happens)

    const expected = {
      ...{
        kind: 'seminar-today',
        path: `/seminars/${id}/room`,
        place: { titles: { fr: 'Entendre la victime mineure' } },
      },
      happens: { startsAt: sittings[0]?.startsAt, endsAt: sittings[0]?.endsAt, also: `/seminars/${id}/attendance` },
    }
    expect((await deskOf(school.administrator)).today[0]).toMatchObject(expected)
    expect(await onDay(tutor)).toMatchObject([expected])
    expect(await onDay(school.administrator)).toHaveLength(1)
    expect((await deskOf(school.administrator)).cohorts).toMatchObject([{ next: { what: 'seminar' } }])
    expect(await onDay(await insertStaff('tutor', school.institutionId))).toEqual([])
    expect(await onDay(partner)).toEqual([])

    const asked = { seminarId: id, institutionId, askedAt: NOW, acceptedAt: NOW }
    await db().seminarOrganiser.create({ data: asked })
    expect(await onDay(partner)).toMatchObject([{ kind: 'seminar-joined', path: `/seminars/${id}/attendance` }])

    await db().attendanceList.create({ data: { seminarId: id, closedAt: NOW } })
    expect(await onDay(school.administrator)).toEqual([])
  })

  it('says what certificates will lack, to the administrators of a running cohort with an exam', async () => {
    const school = await makeSchool()
    const { institutionId, administrator } = school
    const tutor = await insertStaff('tutor', institutionId)
    const faceOf = async (who: Who) =>
      (await tasksOf(who)).filter(({ path }) => path === `/institutions/${institutionId}/face`)
    await makeCohort(school, { fields: { startsOn: '2026-12-01', endsOn: '2026-12-10' } })
    expect(await faceOf(administrator)).toEqual([])
    await makeCohort(school, { tutorIds: [tutor.accountId] })
    await makeCohort(school)

    const { nameArabic, nameLatin } = await db().institution.findUniqueOrThrow({ where: { id: institutionId } })
    expect(await faceOf(administrator)).toMatchObject([{ kind: 'no-face', place: { nameArabic, nameLatin } }])
    expect(await faceOf(tutor)).toEqual([])
    expect(await faceOf((await makeSchool()).administrator)).toEqual([])
    const signs = { nameArabic: 'أ', nameLatin: 'A', titleArabic: 'م', titleLatin: 'D' }
    const days = { fromDay: new Date('2026-01-01'), toDay: new Date('2026-11-23') }
    const { id } = await db().signatory.create({ data: { institutionId, ...signs, ...days } })
    expect(await faceOf(administrator)).toMatchObject([{ kind: 'no-face' }])
    await db().signatory.update({ where: { id }, data: { toDay: null } })
    expect(await faceOf(administrator)).toMatchObject([{ kind: 'no-logo' }])
    await save(administrator, institutionId, logoOf('#123456'), NOW)
    expect(await faceOf(administrator)).toEqual([])
  })

  it('tells only a tutor of unread questions, and only an administrator of requests for co-signatures', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
    const her = await insertParticipant(cohort)
    const [course] = cohort.courses
    const place = { courseId: course?.courseId ?? '', lessonId: 'offence', releaseId: course?.releaseId ?? '' }
    const kept = { passage: 0, hash: '', words: { ar: 'x', fr: 'x', en: 'x' }, createdAt: ago(1), lastAt: ago(1) }
    const { id } = await db().tutorThread.create({
      data: { ...place, ...kept, cohortId: cohort.id, accountId: her.accountId },
    })
    const message = { id: randomUUID(), threadId: id, authorId: her.accountId, fromLearner: true }
    await db().threadMessage.create({ data: { ...message, text: 'Secret', at: ago(1) } })
    const asked = { cohortId: cohort.id, institutionId: other.institutionId }
    await db().cosignature.create({ data: { ...asked, state: 'offered', offeredAt: ago(2) } })

    const seen = await tasksOf(tutor)
    expect(seen.filter(({ kind }) => kind === 'threads')).toMatchObject([
      { count: 1, since: ago(1), place: cohort.name, path: `/cohorts/${cohort.id}/threads` },
    ])
    expect(JSON.stringify(seen)).not.toContain('Secret')
    expect(await kindsOf(school.administrator)).not.toContain('threads')
    expect(await kindsOf(school.administrator)).not.toContain('cosignature')
    expect((await tasksOf(other.administrator)).filter(({ kind }) => kind === 'cosignature')).toMatchObject([
      { count: 1, since: ago(2), path: `/institutions/${other.institutionId}/face#asked` },
    ])
    await db().threadRead.create({ data: { threadId: id, accountId: tutor.accountId, readAt: NOW } })
    expect(await kindsOf(tutor)).not.toContain('threads')
  })

  it('tells an administrator of seminars elsewhere: a request to organise one together, and places kept for her people', async () => {
    const [host, school, third] = [await makeSchool(), await makeSchool(), await makeSchool()]
    const { institutionId } = school
    const kinds = ['co-organise', 'quota'] as const
    const hers = async (who: Who) => (await tasksOf(who)).filter(({ kind }) => kinds.some((one) => one === kind))
    const startsAt = ago(-10)
    const { id } = await makeSeminar(host, { sittings: [sittingAt(startsAt, 0)] }, ['open'])
    await db().seminarOrganiser.create({ data: { seminarId: id, institutionId, askedAt: ago(2) } })
    await db().seminarQuota.create({ data: { seminarId: id, institutionId, places: 3, setAt: ago(4) } })
    const place = { seminarId: id, statusSince: ago(1), source: 'nomination', nominatedByInstitutionId: institutionId }
    await db().seminarRegistration.create({ data: { ...place, guestEmail: 'a@x.ma', status: 'nominated' } })
    await db().seminarRegistration.create({ data: { ...place, guestEmail: 'b@x.ma', status: 'declined' } })

    expect(await hers(school.administrator)).toMatchObject([
      { kind: 'co-organise', count: 1, since: ago(2), path: `/institutions/${institutionId}/seminars#asked` },
      {
        ...{ kind: 'quota', count: 2, since: ago(4), place: { titles: { fr: 'Entendre la victime mineure' } } },
        path: `/seminars/${id}/places#quota-${institutionId}`,
      },
    ])
    const tutor = await insertStaff('tutor', institutionId)
    for (const who of [host.administrator, third.administrator, tutor]) expect(await hers(who)).toEqual([])
    // Nothing waits any more once the request is answered, all places are named, or registration has closed.
    await db().seminarOrganiser.updateMany({ where: { seminarId: id }, data: { acceptedAt: ago(1) } })
    await db().seminarQuota.updateMany({ where: { seminarId: id }, data: { places: 1 } })
    expect(await hers(school.administrator)).toEqual([])
    await db().seminarQuota.updateMany({ where: { seminarId: id }, data: { places: 9 } })
    expect(await hers(school.administrator)).toHaveLength(1)
    await db().seminar.update({ where: { id }, data: { registrationClosesAt: ago(1) } })
    expect(await hers(school.administrator)).toEqual([])
  })

  it('tells the platform of contacts that await its check, and an institution of those that end soon or have ended', async () => {
    const school = await makeSchool()
    const { institutionId, administrator } = school
    await db().institution.update({ where: { id: institutionId }, data: { region: '03' } })
    const platform = await insertStaff('platform-administrator', null)
    const one = { ...CONTACT, sourceDay: ago(9), region: '03', institutionId, proposedAt: ago(2) }
    const shown = { ...one, state: 'accepted', sourceSeen: true, decidedAt: ago(300), confirmedAt: ago(300) }
    const rows = [{ expiresAt: ago(-31) }, { expiresAt: ago(-20) }, { expiresAt: ago(5) }]
    await db().regionalContact.createMany({ data: rows.map((row) => ({ ...shown, ...row })) })
    await db().regionalContact.create({ data: { ...one, proposedById: administrator.accountId } })
    await db().regionalContact.create({ data: { ...one, proposedById: platform.accountId } })
    const hers = async (who: Who) => (await tasksOf(who)).filter(({ kind }) => kind.startsWith('contacts'))

    expect(await hers(platform)).toEqual([
      { kind: 'contacts', count: 1, since: ago(2), place: null, path: '/institutions/contacts' },
    ])
    expect(await hers(administrator)).toMatchObject([
      { kind: 'contacts-near', count: 2, path: `/institutions/${institutionId}/contacts` },
    ])
    const tutor = await insertStaff('tutor', institutionId)
    for (const who of [tutor, (await makeSchool()).administrator]) expect(await hers(who)).toEqual([])
    await db().institution.update({ where: { id: institutionId }, data: { region: null } })
    for (const who of [platform, administrator]) expect(await hers(who)).toEqual([])
    await db().regionalContact.deleteMany({ where: { institutionId } })
  })

  it('links to the people who wait if a seat is free, and not to the number of seats', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 3 } })
    await insertPlace(cohort, { status: 'waiting', waitsSince: ago(2) })

    expect((await deskOf(school.administrator)).today).toMatchObject([
      { kind: 'seat-free', count: 1, path: `/cohorts/${cohort.id}/people?show=waiting` },
    ])
  })

  it('tells a tutor what she may do in her own cohorts, and nothing of the others', async () => {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    await busyCohort(school)
    const mine = await busyCohort(school, [tutor.accountId])

    const { today, week, cohorts, institutions, createIn } = await deskOf(tutor)

    expect([...today, ...week].map(({ kind }) => kind).toSorted()).toEqual(['inactive', 'late', 'requests'])
    expect(cohorts.map(({ id }) => id)).toEqual([mine.id])
    expect({ institutions, createIn }).toEqual({ institutions: [], createIn: null })
  })

  it('shows nobody the work of another institution, nor that of a role that has ended', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    await busyCohort(school)
    expect(await deskOf(other.administrator)).toMatchObject({ today: [], week: [], cohorts: [], none: true })

    const tutor = await insertStaff('tutor', school.institutionId)
    await busyCohort(school, [tutor.accountId])
    await giveRole(tutor.accountId, 'tutor', other.institutionId)
    const target = { institutionId: school.institutionId, accountId: tutor.accountId, role: 'tutor' } as const
    await revokeRole(permitFor(await actorNow(school.administrator), 'role:end', target), NOW)

    expect(await deskOf(tutor)).toMatchObject({ today: [], week: [], cohorts: [] })
    expect((await find(tutor, 'Zitouna')).cohorts).toEqual([])
    await db().role.updateMany({ where: { accountId: tutor.accountId }, data: { endedAt: NOW, held: null } })
    await expect(mayRead(tutor)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('asks for nothing in cohorts that are over or archived', async () => {
    const school = await makeSchool()
    const cohort = await busyCohort(school)
    const after = new Date('2027-01-16T10:00:00Z')
    expect(await deskOf(school.administrator, after)).toMatchObject({ today: [], week: [], cohorts: [], none: false })

    const permit = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort))
    await archiveCohort(permit, NOW)
    expect(await deskOf(school.administrator)).toMatchObject({ today: [], week: [], cohorts: [] })
  })

  it('offers the first cohort to whoever has none', async () => {
    const school = await makeSchool()

    expect(await deskOf(school.administrator)).toMatchObject({ none: true, createIn: school.institutionId })
  })

  it('no longer asks to remind whoever was just reminded, and counts anew when a deadline moves', async () => {
    const school = await makeSchool()
    const cohort = await busyCohort(school)
    expect(await kindsOf(school.administrator)).toContain('inactive')
    const quiet = await db().cohortMember.findFirstOrThrow({
      where: { cohortId: cohort.id, account: { nameLatin: 'Amina Tazi' } },
    })
    const permit = permitFor(await actorNow(school.administrator), 'cohort:remind', targetOf(cohort))

    await sendReminders(permit, { why: 'inactive', note: null, shown: [quiet.id] }, NOW)
    expect(await kindsOf(school.administrator)).not.toContain('inactive')

    expect(await kindsOf(school.administrator)).toContain('late')
    await db().deadline.updateMany({ where: { cohortId: cohort.id }, data: { dueOn: new Date('2026-12-10') } })
    expect(await kindsOf(school.administrator)).not.toContain('late')
  })

  it('does not offer a tutor to decide on her own request', async () => {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
    await insertPlace(cohort, { status: 'asked', accountId: tutor.accountId, email: tutor.email })

    expect(await kindsOf(tutor)).toEqual([])
  })

  it('tells an administrator of a colleague’s proposal about what her institution taught, not of her own', async () => {
    const learner = await certifiedLearner()
    const institutionId = await makeInstitution()
    const [one, other] = [
      await insertStaff('administrator', institutionId),
      await insertStaff('administrator', institutionId),
    ]
    await teach(institutionId, learner, new Date(0))
    const certificate = await db().certificate.findFirstOrThrow({ where: { accountId: learner.accountId } })
    const proposal = { certificateId: certificate.id, institutionId, act: 'revoke', reason: 'x', proposedAt: ago(4) }
    await db().certificateProposal.create({ data: { ...proposal, proposedById: one.accountId } })

    const decided = async (who: Who) => (await tasksOf(who)).filter(({ kind }) => kind !== 'no-face')
    expect(await decided(one)).toEqual([])
    const path = `/institutions/${institutionId}/certificates/${certificate.number}`
    expect(await decided(other)).toMatchObject([{ kind: 'revocation', since: ago(4), place: certificate.number, path }])
    const platform = await insertStaff('platform-administrator', null)
    expect(await tasksOf(platform)).toContainEqual(expect.objectContaining({ kind: 'revocation', path }))
  })

  it('is still shown if one of its sources fails, and names that source', async () => {
    const school = await makeSchool()
    await busyCohort(school)
    const source = await import('@/server/db/cohort/cohort-standings')
    vi.spyOn(console, 'log').mockImplementation(() => {})
    vi.spyOn(source, 'findStandingRows').mockRejectedValue(new Error('no such column'))

    const { failed, today, cohorts } = await deskOf(school.administrator)

    expect(failed).toEqual(['standings'])
    expect(today.map(({ kind }) => kind)).toEqual(['requests', 'seats'])
    expect(cohorts).toMatchObject([{ standing: null }])
  })
})

describe('the state of the platform', () => {
  it('leads an administrator of an empty platform to its first institution', async () => {
    const [platform, support] = [await insertStaff('platform-administrator', null), await insertStaff('support', null)]
    await makeInstitution()
    expect((await deskOf(platform)).first).toBe(false)
    const source = await import('@/server/db/desk/desk')
    const counts = await source.countPlatform(sql(), { stuckTries: 3, failedSince: NOW })
    vi.spyOn(source, 'countPlatform').mockResolvedValue({ ...counts, institutions: 0 })

    expect((await deskOf(platform)).first).toBe(true)
    for (const who of [support, (await makeSchool()).administrator]) expect((await deskOf(who)).first).toBe(false)
    vi.spyOn(source, 'countPlatform').mockRejectedValue(new Error('no counts'))
    vi.spyOn(console, 'log').mockImplementation(() => {})
    expect(await deskOf(platform)).toMatchObject({ first: false, failed: ['platform'] })
  })

  it('is for its administrators alone', async () => {
    const school = await makeSchool()
    expect((await deskOf(school.administrator)).platform).toBeNull()
    const roles: [Role, string | null][] = [
      ['support', null],
      ['tutor', school.institutionId],
      ['administrator', school.institutionId],
    ]
    for (const [role, institutionId] of roles) {
      const staff = await insertStaff(role, institutionId)
      const actor = await actorNow(staff)
      expect(() => permitFor(actor, 'platform:run', {})).toThrow(expect.objectContaining({ code: 'forbidden' }))
    }
  })

  it('says that a job failed if a part of it failed and the others went on, until a run is whole', async () => {
    const admin = await insertStaff('platform-administrator', null)
    const permit = permitFor(await actorNow(admin), 'platform:run', {})
    const surveys = await import('@/server/db/survey/surveys')
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const part = vi.spyOn(surveys, 'findSurveysToClose').mockRejectedValueOnce(new Error('broken'))

    await runJob('surveys', () => runSurveys(new Date()))
    expect((await platformWork(permit, new Date())).jobs).toContainEqual(
      expect.objectContaining({ name: 'surveys', endedAt: null, behind: true }),
    )
    await runJob('surveys', () => runSurveys(new Date()))
    expect((await platformWork(permit, new Date())).jobs).toContainEqual(
      expect.objectContaining({ name: 'surveys', endedAt: expect.any(Date), behind: false }),
    )
    expect(part).toHaveBeenCalledTimes(2)
  })

  it('says since when no job has run at all, until one runs', async () => {
    const admin = await insertStaff('platform-administrator', null)
    const permit = permitFor(await actorNow(admin), 'platform:run', {})
    vi.spyOn(process, 'uptime').mockReturnValue(3600)
    const now = new Date()
    const last = new Date(now.getTime() - 6 * 60_000)
    await db().jobRun.deleteMany()
    await noteRun(sql(), 'mail', false, last)
    await noteBackup(databaseUrl(), now)

    expect((await platformWork(permit, now)).standsSince).toEqual(last)
    await runJob('lists', () => Promise.reject(new Error('broken')))
    expect((await platformWork(permit, new Date())).standsSince).toBeNull()
  })

  it('says which job failed, when a backup was written, and which letters did not leave', async () => {
    const admin = await insertStaff('platform-administrator', null)
    const permit = permitFor(await actorNow(admin), 'platform:run', {})
    await runJob('lists', () => Promise.reject(new Error('broken')))
    await runJob('mail', async () => 3)
    await noteBackup(databaseUrl(), new Date())
    const given = await failedLetter(null, new Date())
    const now = new Date()

    const state = await platformWork(permit, now)
    expect(state.jobs).toContainEqual(expect.objectContaining({ name: 'lists', behind: true }))
    expect(state.jobs).toContainEqual(expect.objectContaining({ name: 'mail', behind: false }))
    // A job that has never run is listed too. It is behind if the site has been up long enough for a run.
    await db().jobRun.deleteMany({ where: { name: 'recalls' } })
    vi.spyOn(process, 'uptime').mockReturnValue(27 * 3600)
    expect((await platformWork(permit, now)).jobs).toContainEqual(
      expect.objectContaining({ name: 'recalls', endedAt: null, behind: true }),
    )
    vi.spyOn(process, 'uptime').mockReturnValue(60)
    expect((await platformWork(permit, now)).jobs).toContainEqual(
      expect.objectContaining({ name: 'recalls', behind: false }),
    )
    expect(state.mails).toContainEqual(expect.objectContaining({ problem: '550', kind: 'invitation' }))
    const page = await deskOf(admin, now)
    expect(page.platform?.backupAt?.getTime()).toBeGreaterThan(now.getTime() - DAY_MS)
    expect(page.today.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['mail-failed', 'jobs-failed']))
    expect(page.today.map(({ kind }) => kind)).not.toContain('no-backup')
    expect(page.reviews?.courses.parts).toBeGreaterThan(0)

    expect(await retryMails(permit, now)).toBeGreaterThan(0)
    expect(await db().mail.findUnique({ where: { id: given } })).toMatchObject({ state: 'waiting', tries: 0 })
    await db().mail.delete({ where: { id: given } })
    await startJob(permit, 'lists', now)
    expect(
      await db().auditEntry.count({
        where: { actorId: admin.accountId, act: { in: ['job-started', 'mail-retried'] } },
      }),
    ).toBe(2)
    await noteRun(sql(), 'lists', false, new Date())
  })
})

describe('the search of the work page', () => {
  it('finds people and cohorts in either script, only in what she may read, and records whom it showed', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const cohort = await busyCohort(school)
    await busyCohort(other)
    const her = await db().account.findFirstOrThrow({
      where: { nameLatin: 'Amina Tazi', memberships: { some: { cohortId: cohort.id } } },
    })

    for (const typed of ['tazi', 'التازى', her.email]) {
      const { people } = await find(school.administrator, typed)
      expect(people.map(({ email }) => email)).toContain(her.email)
      expect(new Set(people.map((one) => one.cohort.id))).toEqual(new Set([cohort.id]))
    }
    expect((await find(school.administrator, 'ZITOUNA')).cohorts.map(({ id }) => id)).toEqual([cohort.id])
    const seen = { subjectId: her.id, actorId: school.administrator.accountId, act: 'record-viewed' }
    expect(await db().auditEntry.count({ where: seen })).toBe(1)
    const nobody = await insertPerson()
    await giveRole(nobody.accountId, 'tutor', school.institutionId)
    expect(await find(nobody, 'tazi')).toMatchObject({ people: [], cohorts: [] })
  })

  it('finds nobody by one letter', async () => {
    const school = await makeSchool()
    await busyCohort(school)

    expect(await find(school.administrator, 'a')).toEqual({ cohorts: [], people: [], tooShort: true, more: false })
  })
})

it('no longer warns that there is no backup once a command has noted one of another tool', async () => {
  const admin = await insertStaff('platform-administrator', null)
  await db().jobRun.deleteMany({ where: { name: 'backup' } })
  const kinds = async () => kindsOf(admin, new Date())
  expect(await kinds()).toContain('no-backup')

  expect(runCommand('db-backup', '--noted')).toMatchObject({ code: 0 })
  expect(existsSync('--noted')).toBe(false)
  expect(await kinds()).not.toContain('no-backup')
})
