import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ReminderReason } from '@/domain/cohort/reminding'
import type { Letter } from '@/domain/letter/letter'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { withdraw } from '@/server/cohort/people/withdraw'
import { reminderPage } from '@/server/cohort/reminders/reminder-page'
import { sendReminders } from '@/server/cohort/reminders/send-reminders'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { db } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { writeLetter } from '@/server/mail/letter'
import { insertParticipant, insertPlace, makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { actorNow, insertStaff } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

type Signed = { accountId: string; sessionId: string }
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

async function mayRemind(who: Signed, cohort: CohortInCourse) {
  return permitFor(await actorNow(who), 'cohort:remind', targetOf(cohort))
}

/** A cohort with its tutor. */
async function makeFollowed(fields = {}, deadlines: Record<string, string> = {}) {
  const school = await makeSchool()
  const names = { nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' }
  const tutor = await insertStaff('tutor', school.institutionId, names)
  const cohort = await makeCohort(school, { fields, deadlines, tutorIds: [tutor.accountId] })
  return { school, tutor, cohort, permit: await mayRemind(tutor, cohort) }
}

const about = (why: ReminderReason, members: readonly { memberId: string }[], note: string | null = null) => ({
  why,
  note,
  shown: members.map(({ memberId }) => memberId),
})
const mailsTo = (memberId: string) => db().mail.findMany({ where: { memberId }, orderBy: { createdAt: 'asc' } })
const letterTo = async (memberId: string) => (await mailsTo(memberId))[0]?.letter as Letter
const remindersOf = (cohort: CohortInCourse) => db().reminder.findMany({ where: { member: { cohortId: cohort.id } } })

describe('a reminder', () => {
  it('goes to each person who was shown, in her language, with its row and its audit entry', async () => {
    const { tutor, cohort, permit } = await makeFollowed()
    const amina = await insertParticipant(cohort, { nameLatin: 'Amina Tazi', locale: 'fr' })
    const zainab = await insertParticipant(cohort, { nameArabic: 'زينب بناني', locale: 'ar' })

    const outcome = await sendReminders(permit, about('not-started', [amina, zainab], 'Courage <b>'), NOW)

    expect(outcome).toEqual({ sent: 2, gathered: 0, left: 0, rested: 0 })
    const french = writeLetter(await letterTo(amina.memberId))
    expect(french.subject).not.toMatch(/Amina|2026-1/)
    expect(french.text).toContain('Amina Tazi')
    expect(french.text).toContain('Promotion 2026-1')
    expect(french.text).toContain('\n\nCourage <b>\n\n')
    expect(french.text).toContain('Houda Mrabet\n\n')
    expect(french.text).toContain(`/fr/courses/${cohort.courseId}\n`)
    expect(french.html).toContain('Courage &lt;b&gt;')
    const arabic = await letterTo(zainab.memberId)
    expect(arabic).toMatchObject({ to: zainab.email, locale: 'ar', about: { reminder: { from: 'هدى المرابط' } } })
    expect(writeLetter(arabic).text).toContain('زينب بناني')
    expect(await remindersOf(cohort)).toMatchObject([
      { why: 'not-started', byId: tutor.accountId, at: NOW },
      { why: 'not-started', byId: tutor.accountId, at: NOW },
    ])
    expect((await viewsOfMyRecord(mayRead(amina), null)).entries).toMatchObject([
      { act: 'reminder-sent', actorId: tutor.accountId, reason: cohort.name, at: NOW },
    ])
  })

  it('says what waits, with a link to it', async () => {
    const { cohort, permit } = await makeFollowed()
    const ready = await insertParticipant(cohort, { done: true })

    await sendReminders(permit, about('ready', [ready]), NOW)

    expect(await letterTo(ready.memberId)).toMatchObject({
      link: expect.stringMatching(new RegExp(`/fr/courses/${cohort.courseId}/exam$`)),
      about: { reminder: { why: 'ready', note: null } },
    })
  })

  it('goes to nobody who was not shown, even in the same situation', async () => {
    const { cohort, permit } = await makeFollowed()
    const [shown, other] = [await insertParticipant(cohort), await insertParticipant(cohort)]

    await sendReminders(permit, about('not-started', [shown]), NOW)

    expect(await mailsTo(other.memberId)).toEqual([])
  })

  it('goes to nobody who has left the situation, or the cohort, and says how many', async () => {
    const { school, cohort, permit } = await makeFollowed()
    const [stays, learns, leaves] = [
      await insertParticipant(cohort),
      await insertParticipant(cohort),
      await insertParticipant(cohort),
    ]
    const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { accountId: learns.accountId } })
    await db().lessonState.create({ data: { enrolmentId, lessonId: 'offence', completedAt: NOW } })
    await withdraw(await mayEnrol(school, cohort), leaves.memberId, 'Mutation', NOW)

    const outcome = await sendReminders(permit, about('not-started', [stays, learns, leaves]), NOW)

    expect(outcome).toEqual({ sent: 1, gathered: 0, left: 2, rested: 0 })
    expect(await remindersOf(cohort)).toMatchObject([{ memberId: stays.memberId }])
  })

  it('comes at most once in seven days, whatever its reason and sender', async () => {
    const { school, cohort, permit } = await makeFollowed()
    const amina = await insertParticipant(cohort, { daysQuiet: 13 })
    await sendReminders(permit, about('not-started', [amina]), NOW)

    const administrator = await mayRemind(school.administrator, cohort)
    const soon = await sendReminders(administrator, about('inactive', [amina]), daysLater(6.9))
    const later = await sendReminders(administrator, about('inactive', [amina]), daysLater(7))

    expect([soon, later]).toEqual([
      { sent: 0, gathered: 0, left: 0, rested: 1 },
      { sent: 1, gathered: 0, left: 0, rested: 0 },
    ])
    expect(await mailsTo(amina.memberId)).toHaveLength(2)
  })

  it('is sent once if two people press ten times at once', async () => {
    const { school, cohort, permit } = await makeFollowed()
    const people = [await insertParticipant(cohort), await insertParticipant(cohort)]
    const administrator = await mayRemind(school.administrator, cohort)

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        sendReminders(n % 2 ? permit : administrator, about('not-started', people), NOW),
      ),
    )

    expect(outcomes.map(({ sent }) => sent).toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
    expect(outcomes.filter(({ rested }) => rested === 2)).toHaveLength(9)
    expect(await remindersOf(cohort)).toHaveLength(2)
    expect(await db().mail.count({ where: { member: { cohortId: cohort.id } } })).toBe(2)
  })

  it('and the deletion of an account do not block each other', async () => {
    const { cohort, permit } = await makeFollowed()
    for (let n = 0; n < 3; n += 1) {
      const [stays, goes] = [await insertParticipant(cohort), await insertParticipant(cohort)]

      const both = await Promise.allSettled([
        sendReminders(permit, about('not-started', [stays, goes]), NOW),
        deleteAccount(mayChange(goes), PASSWORD, visitOf()),
      ])

      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
      expect(await mailsTo(stays.memberId)).toHaveLength(1)
    }
  })

  it('is not sent to people who are only invited, disabled, or in another cohort', async () => {
    const { school, cohort, permit } = await makeFollowed()
    const invited = await insertPlace(cohort, { status: 'invited' })
    const disabled = await insertParticipant(cohort, { disabled: true })
    const elsewhere = await insertParticipant(await makeCohort(school))
    const shown = [{ memberId: invited.id }, disabled, elsewhere, { memberId: randomUUID() }]

    expect(await sendReminders(permit, about('not-started', shown), NOW)).toEqual({
      sent: 0,
      gathered: 0,
      left: 4,
      rested: 0,
    })
    expect(await remindersOf(cohort)).toEqual([])
    expect(await mailsTo(elsewhere.memberId)).toEqual([])
  })

  it('is not sent in an archived cohort, nor about an exam that is not open', async () => {
    const { school, cohort, permit } = await makeFollowed({ examOpensOn: '2026-12-10' })
    const ready = await insertParticipant(cohort, { done: true })

    expect(await sendReminders(permit, about('ready', [ready]), NOW)).toMatchObject({ sent: 0, gathered: 0, left: 1 })
    await archiveCohort(permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort)), NOW)
    const closed = sendReminders(permit, about('inactive', [ready]), daysLater(20))

    await expect(closed).rejects.toMatchObject({ code: 'conflict' })
    expect(await remindersOf(cohort)).toEqual([])
  })
})

describe('the page of reminders', () => {
  const asked = (why: ReminderReason | null, note: string | null = null) => ({ why, note, page: 1 })

  it('separates people who may be reminded from those reminded lately and those without a working address', async () => {
    const { cohort, permit } = await makeFollowed({}, { offence: '2026-11-20' })
    const [due, resting, closed] = [
      await insertParticipant(cohort),
      await insertParticipant(cohort),
      await insertParticipant(cohort, { disabled: true }),
    ]
    await sendReminders(permit, about('late', [resting]), NOW)

    const { chosen, situations } = await reminderPage(permit, cohort, asked('late'), daysLater(1))

    expect(situations.find(({ why }) => why === 'late')).toEqual({ why: 'late', people: 3 })
    const ids = (people: readonly { memberId: string }[] = []) => people.map(({ memberId }) => memberId)
    expect(ids(chosen?.group.due)).toEqual([due.memberId])
    expect(ids(chosen?.group.resting)).toEqual([resting.memberId])
    expect(ids(chosen?.group.unreachable)).toEqual([closed.memberId])
  })

  it('previews the letter exactly as it is sent, once for each language', async () => {
    const { cohort, permit } = await makeFollowed()
    const people = [
      await insertParticipant(cohort, { locale: 'en' }),
      await insertParticipant(cohort, { locale: 'ar' }),
    ]

    const { chosen } = await reminderPage(permit, cohort, asked('not-started', 'See you'), NOW)
    await sendReminders(permit, about('not-started', people, 'See you'), NOW)

    const shown = chosen?.previews.map(({ locale, parts: { subject, lead, link, rest } }) => ({
      locale,
      subject,
      text: `${[...lead, link, ...rest].join('\n\n')}\n`,
    }))
    const sent = await Promise.all(people.map(async ({ memberId }) => writeLetter(await letterTo(memberId))))
    expect(shown?.map(({ locale }) => locale).toSorted()).toEqual(['ar', 'en'])
    for (const { subject, text } of sent) expect(shown).toContainEqual(expect.objectContaining({ subject, text }))
  })

  it('keeps a log: when, by whom, about what, to whom, and the state of each letter', async () => {
    const { tutor, cohort, permit } = await makeFollowed()
    const people = [await insertParticipant(cohort), await insertParticipant(cohort)]
    await sendReminders(permit, about('not-started', people), NOW)
    await db().mail.updateMany({ where: { memberId: people[1]?.memberId ?? '' }, data: { state: 'failed' } })
    await sendReminders(permit, about('inactive', people), daysLater(20))

    const { runs } = await reminderPage(permit, cohort, asked(null), daysLater(20))

    const by = await db().account.findUniqueOrThrow({ where: { id: tutor.accountId } })
    expect(runs).toMatchObject([
      { at: daysLater(20), why: 'inactive', nameLatin: by.nameLatin, people: [{}, {}] },
      { at: NOW, why: 'not-started', nameLatin: by.nameLatin },
    ])
    expect(runs[1]?.people.map(({ letter }) => letter).toSorted()).toEqual(['failed', 'waiting'])
  })

  it('offers nothing in an archived cohort', async () => {
    const { school, cohort, permit } = await makeFollowed()
    await insertParticipant(cohort)
    await archiveCohort(permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort)), NOW)

    const page = await reminderPage(permit, { ...cohort, archivedAt: NOW }, asked('not-started'), NOW)

    expect(page).toMatchObject({ situations: [], chosen: null })
  })
})
