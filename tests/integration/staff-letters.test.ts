import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Letter } from '@/domain/letter/letter'
import { chooseWorkLetters, stopLetters } from '@/server/account/letters/choose-letters'
import { stopOf } from '@/server/account/letters/my-letters'
import { permitFor } from '@/server/auth/permit'
import { propose } from '@/server/certificate/propose'
import { db } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import * as workLetters from '@/server/db/desk/work-letters'
import { insertMail } from '@/server/db/mail/mails'
import { desk } from '@/server/desk/open-desk'
import { writeLetter } from '@/server/mail/letter'
import { stopLinks } from '@/server/mail/stop-link'
import { stopFormerStaff, tellFailing, writeWorkDigests } from '@/server/staff-letters/staff-letters'
import { insertParticipant, insertPlace, makeCohort, makeSchool, teach } from '@/tests/support/cohorts'
import { CONTACT } from '@/tests/support/contacts'
import { NOW } from '@/tests/support/exam-room'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { mayChange } from '@/tests/support/people'
import { mayPropose } from '@/tests/support/proposals'
import { actorNow, insertStaff, makeInstitution } from '@/tests/support/staff'

const DAY_MS = 86_400_000
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const ago = (hours: number) => hoursLater(-hours)

const lettersTo = (accountId: string, kind: string) =>
  db().mail.findMany({ where: { accountId, kind }, orderBy: { createdAt: 'asc' } })
/** The content of a letter; empty if there is no letter. */
const said = (mail: { letter: unknown } | undefined) => (mail?.letter ?? {}) as Letter
const countTo = async (accountId: string, kind: string) => (await lettersTo(accountId, kind)).length

/** A cohort with its administrator and tutor, to which somebody asked to be admitted an hour ago. */
async function asked() {
  const school = await makeSchool()
  const tutor = await insertStaff('tutor', school.institutionId, { locale: 'ar' })
  const cohort = await makeCohort(school, { tutorIds: [tutor.accountId], fields: { name: 'Promotion <b>' } })
  await insertPlace(cohort, { status: 'asked', waitsSince: ago(1) })
  return { school, tutor, cohort, administrator: school.administrator }
}

/** A question of a learner to the tutors of her cohort. @returns the id of its thread. */
async function question(cohort: CohortRow, { accountId }: { accountId: string }, at: Date): Promise<string> {
  const [course] = cohort.courses
  if (!course) throw new Error('no course')
  const place = { courseId: course.courseId, lessonId: 'offence', releaseId: course.releaseId, passage: 0, hash: 'x' }
  const message = { id: randomUUID(), fromLearner: true, authorId: accountId, text: 'Question', at }
  const { id } = await db().tutorThread.create({
    data: {
      cohortId: cohort.id,
      accountId,
      ...place,
      words: {},
      createdAt: at,
      lastAt: at,
      messages: { create: message },
    },
  })
  return id
}

afterEach(() => vi.restoreAllMocks())

describe('the daily letter', () => {
  it('tells those who run a cohort what is new in it, in their languages, and nobody else', async () => {
    const { tutor, administrator, cohort } = await asked()
    const stranger = (await makeSchool()).administrator
    await db().importRun.create({
      data: { cohortId: cohort.id, fileName: 'x.csv', startedAt: ago(2), endedAt: ago(1), createdAt: ago(3) },
    })
    await writeWorkDigests(NOW)

    const [hers] = await lettersTo(tutor.accountId, 'workDigest')
    expect(said(hers).locale).toBe('ar')
    expect(said(hers).about).toEqual({
      work: { news: [{ kind: 'requests', count: 1, cohort: 'Promotion <b>' }] },
    })
    const [his] = await lettersTo(administrator.accountId, 'workDigest')
    const { text, html } = writeLetter(said(his))
    expect(text).toContain('/desk')
    expect(html).toContain('Promotion &lt;b&gt;')
    expect(said(his).about).toMatchObject({ work: { news: [{ kind: 'imports' }, { kind: 'requests' }] } })
    expect(await countTo(stranger.accountId, 'workDigest')).toBe(0)
  })

  it('tells a tutor once how many questions are unread, without their words, and no administrator', async () => {
    const { tutor, administrator, cohort } = await asked()
    await db().cohortMember.deleteMany({ where: { cohortId: cohort.id, status: 'asked' } })
    const her = await insertParticipant(cohort)
    const [unread, read] = [await question(cohort, her, ago(1)), await question(cohort, her, ago(2))]
    await question(cohort, her, ago(30)) // longer ago than a letter of a day tells
    await db().threadRead.create({ data: { threadId: read, accountId: tutor.accountId, readAt: ago(1) } })
    await writeWorkDigests(NOW)

    const [letter] = await lettersTo(tutor.accountId, 'workDigest')
    expect(said(letter).about).toEqual({ work: { news: [{ kind: 'threads', count: 1, cohort: cohort.name }] } })
    expect(writeLetter(said(letter)).text).not.toContain('Question')
    expect(await countTo(administrator.accountId, 'workDigest')).toBe(0)
    expect(await countTo(her.accountId, 'workDigest')).toBe(0)

    await writeWorkDigests(hoursLater(25))
    expect(await countTo(tutor.accountId, 'workDigest')).toBe(1)
    await db().threadMessage.create({
      data: { id: randomUUID(), threadId: unread, fromLearner: true, text: 'Question', at: hoursLater(26) },
    })
    await writeWorkDigests(hoursLater(49))
    expect(await countTo(tutor.accountId, 'workDigest')).toBe(2)
  })

  it('tells an administrator of the co-signatures that are asked of her institution, while they wait', async () => {
    const { school, cohort, administrator } = await asked()
    await db().cohortMember.deleteMany({ where: { cohortId: cohort.id } })
    const commission = await makeInstitution()
    const theirs = await insertStaff('administrator', commission)
    const tutor = await insertStaff('tutor', commission)
    const asking = { cohortId: cohort.id, institutionId: commission }
    await db().cosignature.create({ data: { ...asking, state: 'offered', offeredAt: ago(1) } })
    const other = await makeCohort(school, { fields: { name: 'Sans attente' } })
    for (const state of ['accepted', 'declined', 'ended'])
      await db().cosignature.create({ data: { ...asking, cohortId: other.id, state, offeredAt: ago(1) } })
    await writeWorkDigests(NOW)

    const [letter] = await lettersTo(theirs.accountId, 'workDigest')
    expect(said(letter).about).toEqual({ work: { news: [{ kind: 'cosignatures', count: 1, cohort: cohort.name }] } })
    for (const { accountId } of [tutor, administrator]) expect(await countTo(accountId, 'workDigest')).toBe(0)
    await writeWorkDigests(hoursLater(25))
    expect(await countTo(theirs.accountId, 'workDigest')).toBe(1)
  })

  it('tells of regional contacts that await the platform, were decided, or end within thirty days', async () => {
    const { institutionId, administrator } = await makeSchool()
    await db().institution.update({ where: { id: institutionId }, data: { region: '03' } })
    const platform = await insertStaff('platform-administrator', null)
    const one = { ...CONTACT, sourceDay: ago(99), region: '03', institutionId, proposedAt: ago(400) }
    const day = 24
    const end = (days: number) => ({
      state: 'accepted',
      sourceSeen: true,
      confirmedAt: ago(50),
      expiresAt: hoursLater(days * day),
    })
    await db().regionalContact.createMany({
      data: [
        // It has been waiting for longer than the day that a letter covers.
        { ...one, proposedById: administrator.accountId },
        { ...one, proposedById: platform.accountId },
        { ...one, ...end(300), decidedAt: ago(1) },
        { ...one, state: 'refused', decidedAt: ago(2) },
        { ...one, ...end(300), decidedAt: ago(30) },
        { ...one, ...end(25), decidedAt: ago(8000) },
        { ...one, ...end(31), decidedAt: ago(8000) },
        { ...one, ...end(-1), decidedAt: ago(9000) },
      ],
    })
    await writeWorkDigests(NOW)

    const [toPlatform] = await lettersTo(platform.accountId, 'workDigest')
    expect(said(toPlatform).about).toEqual({ work: { news: [{ kind: 'contactsAwait', count: 1, cohort: '' }] } })
    const [toSchool] = await lettersTo(administrator.accountId, 'workDigest')
    expect(said(toSchool).about).toEqual({
      work: {
        news: [
          { kind: 'contactsDecided', count: 2, cohort: '' },
          { kind: 'contactsNear', count: 1, cohort: '' },
        ],
      },
    })
    expect(writeLetter(said(toSchool)).text).not.toContain(CONTACT.nameLatin)
    // Each fact is told once: the next day, the only news is the contact that has come near its end.
    await writeWorkDigests(hoursLater(day + 1))
    expect(await countTo(platform.accountId, 'workDigest')).toBe(1)
    const [, second] = await lettersTo(administrator.accountId, 'workDigest')
    expect(said(second).about).toEqual({ work: { news: [{ kind: 'contactsNear', count: 1, cohort: '' }] } })
    await writeWorkDigests(hoursLater(2 * day + 2))
    expect(await countTo(administrator.accountId, 'workDigest')).toBe(2)
    await db().regionalContact.deleteMany({ where: { institutionId } })
  })

  it('is written once a day, even if jobs run at once, again, or after a crash', async () => {
    const { tutor, administrator, cohort } = await asked()
    const broken = vi.spyOn(workLetters, 'claimWorkLetter').mockRejectedValueOnce(new Error('killed'))
    vi.spyOn(console, 'log').mockImplementation(() => {})
    await writeWorkDigests(NOW)
    expect(
      (await countTo(tutor.accountId, 'workDigest')) + (await countTo(administrator.accountId, 'workDigest')),
    ).toBeLessThan(2)
    broken.mockRestore()
    await Promise.all([writeWorkDigests(hoursLater(0.1)), writeWorkDigests(hoursLater(0.1))])
    await insertPlace(cohort, { status: 'asked', waitsSince: hoursLater(0.2) })
    await writeWorkDigests(hoursLater(1))
    for (const { accountId } of [tutor, administrator]) expect(await countTo(accountId, 'workDigest')).toBe(1)

    await writeWorkDigests(hoursLater(25))
    for (const { accountId } of [tutor, administrator]) {
      const letters = await lettersTo(accountId, 'workDigest')
      expect(letters).toHaveLength(2)
      expect(said(letters[1]).about).toMatchObject({ work: { news: [{ count: 1 }] } })
    }
    await writeWorkDigests(hoursLater(49))
    expect(await countTo(tutor.accountId, 'workDigest')).toBe(2)
  })

  it('leaves out people who want none, have paused, are no longer staff, or run an ended cohort', async () => {
    const { tutor, administrator, school } = await asked()
    await chooseWorkLetters(mayChange(administrator), { digest: false, atOnce: true }, NOW)
    await db().role.updateMany({ where: { accountId: tutor.accountId }, data: { endedAt: NOW, held: null } })
    const paused = await insertStaff('administrator', school.institutionId)
    const until = new Date('2026-12-24')
    await db().letterChoice.create({
      data: { accountId: paused.accountId, reminders: 'each', reviews: false, pausedUntil: until, savedAt: NOW },
    })
    await writeWorkDigests(NOW)
    for (const { accountId } of [tutor, administrator, paused]) expect(await countTo(accountId, 'workDigest')).toBe(0)

    const over = await asked()
    await db().cohort.update({ where: { id: over.cohort.id }, data: { endsOn: ago(48) } })
    await writeWorkDigests(NOW)
    expect(await countTo(over.tutor.accountId, 'workDigest')).toBe(0)
  })
})

describe('a proposal about a certificate', () => {
  it('is told at once to those who may decide, and to nobody else', async () => {
    const learner = await certifiedLearner()
    const [institutionId, elsewhere] = [await makeInstitution(), await makeInstitution()]
    await teach(institutionId, learner, new Date(0))
    const [one, other, unwilling] = [
      await insertStaff('administrator', institutionId),
      await insertStaff('administrator', institutionId),
      await insertStaff('administrator', institutionId),
    ]
    const [stranger, platform] = [
      await insertStaff('administrator', elsewhere),
      await insertStaff('platform-administrator', null),
    ]
    await chooseWorkLetters(mayChange(unwilling), { digest: true, atOnce: false }, NOW)
    const { number } = learner.certificate
    const proposal = { act: 'revoke', reason: 'Un motif' } as const
    await propose(await mayPropose(one, number), institutionId, proposal, NOW)

    const [letter] = await lettersTo(other.accountId, 'proposalAwaits')
    expect(said(letter).link).toContain(`/institutions/${institutionId}/certificates/${number}`)
    expect(writeLetter(said(letter)).text).not.toContain('Un motif')
    expect(await countTo(platform.accountId, 'proposalAwaits')).toBe(1)
    for (const { accountId } of [one, unwilling, stranger, learner])
      expect(await countTo(accountId, 'proposalAwaits')).toBe(0)
    await expect(propose(await mayPropose(one, number), institutionId, proposal, NOW)).rejects.toMatchObject({
      code: 'already-proposed',
    })
    expect(await countTo(other.accountId, 'proposalAwaits')).toBe(1)
  })
})

describe('undelivered letters', () => {
  it('are reported once a day to the platform, and to the institution of their recipients', async () => {
    const { administrator, cohort } = await asked()
    const [platform, stranger] = [await insertStaff('platform-administrator', null), (await makeSchool()).administrator]
    const { id: memberId } = await insertPlace(cohort, { status: 'invited' })
    const letter = {
      kind: 'invitation',
      to: `${randomUUID()}@example.ma`,
      name: '',
      locale: 'fr',
      link: 'https://x.ma',
    } as const
    const id = await insertMail(db(), letter, { memberId }, NOW)
    await tellFailing(NOW)
    expect(await countTo(administrator.accountId, 'mailFailing')).toBe(0)

    await db().mail.update({ where: { id }, data: { state: 'failed' } })
    await Promise.all([tellFailing(NOW), tellFailing(NOW)])
    await tellFailing(hoursLater(1))
    expect(await countTo(platform.accountId, 'mailFailing')).toBe(1)
    expect(await countTo(administrator.accountId, 'mailFailing')).toBe(1)
    expect(await countTo(stranger.accountId, 'mailFailing')).toBe(0)
    const [his] = await lettersTo(administrator.accountId, 'mailFailing')
    expect(said(his).about).toEqual({ work: { failing: 1 } })

    // If the letter about the failure fails too, no further letter is written.
    await db().mail.update({ where: { id }, data: { state: 'sent', sentAt: NOW } })
    await db().mail.updateMany({ where: { kind: 'mailFailing' }, data: { state: 'failed' } })
    await tellFailing(new Date(NOW.getTime() + DAY_MS))
    expect(await countTo(administrator.accountId, 'mailFailing')).toBe(1)
  })
})

describe('the letter about undelivered letters', () => {
  async function failedTo(memberId: string, at: Date, change: { state?: string; tries?: number } = {}) {
    const letter = { kind: 'invitation', to: 'x@example.ma', name: '', locale: 'fr', link: 'https://x.ma' } as const
    const id = await insertMail(db(), letter, { memberId }, at)
    await db().mail.update({ where: { id }, data: { state: 'failed', ...change } })
  }

  it('reports the failures that the work page of an administrator counts, and no others', async () => {
    const { administrator, school } = await asked()
    const [running, archived] = [await makeCohort(school), await makeCohort(school)]
    const [again, left, stuck, hidden] = await Promise.all([
      insertPlace(running, { status: 'invited' }),
      insertPlace(running, { status: 'withdrawn' }),
      insertPlace(running, { status: 'invited' }),
      insertPlace(archived, { status: 'invited' }),
    ])
    await failedTo(again.id, ago(2))
    await failedTo(again.id, ago(1), { state: 'sent' })
    await failedTo(left.id, ago(1))
    await failedTo(stuck.id, ago(1), { state: 'waiting', tries: 9 })
    await failedTo(hidden.id, ago(1))
    await db().cohort.update({ where: { id: archived.id }, data: { archivedAt: ago(1) } })
    await tellFailing(NOW)
    expect(await countTo(administrator.accountId, 'mailFailing')).toBe(0)

    await failedTo((await insertPlace(running, { status: 'active' })).id, ago(1))
    await tellFailing(NOW)
    const [letter] = await lettersTo(administrator.accountId, 'mailFailing')
    expect(said(letter).about).toEqual({ work: { failing: 1 } })
    const { today } = await desk(permitFor(await actorNow(administrator), 'desk:read', {}), NOW)
    expect(today.filter(({ kind }) => kind === 'undelivered')).toMatchObject([{ count: 1 }])
  })

  it('reaches the other administrators if the letter to one of them cannot be written', async () => {
    const { administrator, cohort, school } = await asked()
    const other = await insertStaff('administrator', school.institutionId)
    await failedTo((await insertPlace(cohort, { status: 'invited' })).id, ago(1))
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(workLetters, 'findStaffReaders').mockRejectedValueOnce(new Error('one of them'))

    await tellFailing(NOW)

    const told = [await countTo(administrator.accountId, 'mailFailing'), await countTo(other.accountId, 'mailFailing')]
    expect(told.toSorted()).toEqual([0, 1])
  })
})

describe('a letter that waits', () => {
  it('is stopped for a person who is no longer staff', async () => {
    const { tutor } = await asked()
    await writeWorkDigests(NOW)
    await stopFormerStaff()
    expect(await lettersTo(tutor.accountId, 'workDigest')).toMatchObject([{ state: 'waiting' }])
    await db().role.updateMany({ where: { accountId: tutor.accountId }, data: { endedAt: NOW, held: null } })
    await stopFormerStaff()
    expect(await lettersTo(tutor.accountId, 'workDigest')).toMatchObject([{ state: 'stopped', letter: null }])
  })

  it('is stopped with the other letters about work by its link, and no other letter is', async () => {
    const { tutor } = await asked()
    await writeWorkDigests(NOW)
    const { page } = await stopLinks({ accountId: tutor.accountId, letterClass: 'work' }, 'fr')
    const stop = await stopOf(new URL(page).searchParams.get('token') ?? '', NOW)
    expect(stop).toMatchObject({ letterClass: 'work', stopped: false })
    if (!stop) return
    await stopLetters(stop, NOW)

    expect(await lettersTo(tutor.accountId, 'workDigest')).toMatchObject([{ state: 'stopped' }])
    expect(await db().letterChoice.findUnique({ where: { accountId: tutor.accountId } })).toMatchObject({
      reminders: 'each',
      workDigest: false,
      workAtOnce: false,
    })
    expect(await stopOf(new URL(page).searchParams.get('token') ?? '', NOW)).toMatchObject({ stopped: true })
  })
})

it('lets nobody but the person herself change her letters about work', async () => {
  const { tutor, administrator } = await asked()
  const actor = await actorNow(tutor)
  expect(() => permitFor(actor, 'account:change', { accountId: administrator.accountId })).toThrow()
})
