import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { MemberStatus } from '@/domain/cohort/membership'
import { main as retention } from '@/scripts/retention'
import { executeRetention, previewRetention } from '@/server/account-removal/retention'
import { recordAct } from '@/server/db/audit/audit'
import { db } from '@/server/db/client'
import { makeSeminarDay } from '@/tests/support/attendance'
import { callOnDatabase } from '@/tests/support/call-on-database'
import { insertPlace, makeCohort, makeSchool, RUNNING } from '@/tests/support/cohorts'
import { insertLearningRecord } from '@/tests/support/learning-record'
import { insertPerson, signUpOf } from '@/tests/support/people'
import { runCommand } from '@/tests/support/run-command'
import { answerAll, closeOpened, openedSurvey, surveyedCohort } from '@/tests/support/surveys'

const NOW = new Date()
const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS)

const NOTHING = {
  session: 0,
  browser: 0,
  link: 0,
  answers: 0,
  letters: 0,
  errors: 0,
  words: 0,
  list: 0,
  unclaimed: 0,
  guests: 0,
  needs: 0,
  shared: 0,
  offers: 0,
  counters: 0,
  audit: 0,
}

beforeEach(async () => {
  await executeRetention(NOW) // deletes the rows that other tests of this file have left
})

async function letter(state: string, days: number) {
  const at = daysAgo(days)
  await db().mail.create({
    data: {
      kind: 'confirm',
      to: `${randomUUID()}@example.ma`,
      state,
      createdAt: at,
      sentAt: state === 'sent' ? at : null,
    },
  })
}

/** A learner whose rows about learning all have this age in days. */
async function learnerLastSeen(days: number) {
  const person = await insertPerson()
  const { enrolment, attempt } = await recordOf(person.accountId)
  const at = daysAgo(days)
  await db().account.update({ where: { id: person.accountId }, data: { createdAt: at } })
  await db().session.updateMany({ where: { accountId: person.accountId }, data: { createdAt: at } })
  await db().enrolment.update({ where: { id: enrolment }, data: { enrolledAt: at } })
  await db().lessonState.updateMany({ where: { enrolmentId: enrolment }, data: { openedAt: at, readAt: at } })
  await db().practiceAnswer.updateMany({ where: { enrolmentId: enrolment }, data: { answeredAt: at } })
  await db().passageNote.updateMany({ where: { accountId: person.accountId }, data: { createdAt: at, changedAt: at } })
  await db().tutorThread.updateMany({ where: { accountId: person.accountId }, data: { createdAt: at, lastAt: at } })
  await db().threadMessage.updateMany({ where: { authorId: person.accountId }, data: { at } })
  await db().reviewAnswer.updateMany({ where: { card: { accountId: person.accountId } }, data: { answeredAt: at } })
  await db().lawUpdateAnswer.updateMany({ where: ofHer(person), data: { answeredAt: at } })
  await db().gridAttempt.updateMany({ where: { accountId: person.accountId }, data: { startedAt: at, savedAt: at } })
  await db().practiceDone.updateMany({ where: { accountId: person.accountId }, data: { firstAt: at, lastAt: at } })
  await db().referralPlan.updateMany({ where: { accountId: person.accountId }, data: { changedAt: at } })
  await db().simulationRun.updateMany({ where: { accountId: person.accountId }, data: { startedAt: at, endedAt: at } })
  await db().attempt.update({ where: { id: attempt }, data: { startedAt: at, handedInAt: at } })
  await db().testSitting.updateMany({ where: { accountId: person.accountId }, data: { startedAt: at, handedInAt: at } })
  await db().testAnswer.updateMany({
    where: { sitting: { accountId: person.accountId } },
    data: { answeredAt: at },
  })
  return { ...person, enrolment, attempt }
}

const ofHer = ({ accountId }: { accountId: string }) => ({ certificate: { accountId } })

async function recordOf(accountId: string) {
  const { attemptId } = await insertLearningRecord(
    accountId,
    randomUUID().replaceAll('-', '').slice(0, 13).toUpperCase(),
  )
  const { enrolmentId } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId ?? '' } })
  return { enrolment: enrolmentId, attempt: attemptId ?? '' }
}

const answersOf = ({ enrolment, attempt, accountId }: Awaited<ReturnType<typeof learnerLastSeen>>) =>
  Promise.all([
    db().practiceAnswer.count({ where: { enrolmentId: enrolment } }),
    db().attemptQuestion.count({ where: { attemptId: attempt } }),
    db().testAnswer.count({ where: { sitting: { accountId } } }),
    db().reviewAnswer.count({ where: { card: { accountId } } }),
    db().gridAttempt.count({ where: { accountId } }),
    db().referralPlan.count({ where: { accountId } }),
    db().lawUpdateAnswer.count({ where: ofHer({ accountId }) }),
  ])

describe('data whose retention period has ended', () => {
  it('goes: letters a month after they were sent, or were given up', async () => {
    for (const days of [29, 31]) for (const state of ['sent', 'failed']) await letter(state, days)
    await letter('waiting', 31)

    expect(await previewRetention(NOW)).toEqual({ ...NOTHING, letters: 2 })
    expect(await executeRetention(NOW)).toEqual({ ...NOTHING, letters: 2 })
    expect(await previewRetention(NOW)).toEqual(NOTHING)
    await db().mail.deleteMany()
  })

  it('goes: answers three years after the last activity, and nothing else of what was learnt', async () => {
    const asleep = await learnerLastSeen(3 * 366)
    const awake = await learnerLastSeen(3 * 365 - 30)
    await executeRetention(NOW)

    expect(await answersOf(asleep)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(await answersOf(awake)).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(await db().attempt.findUniqueOrThrow({ where: { id: asleep.attempt } })).toMatchObject({
      ...{ passed: true, earned: 1, possible: 1 },
    })
    expect(await db().certificate.count({ where: { accountId: asleep.accountId } })).toBe(1)
    expect(await db().lawUpdate.count({ where: ofHer(asleep) })).toBe(1)
    expect(await db().lessonState.count({ where: { enrolmentId: asleep.enrolment } })).toBe(1)
    expect(await db().passageNote.count({ where: { accountId: asleep.accountId } })).toBe(1)
    expect(await db().practiceDone.count({ where: { accountId: asleep.accountId } })).toBe(1)
  })

  it.each([
    [
      'signed in',
      (who: { accountId: string }) =>
        db().session.create({ data: { accountId: who.accountId, createdAt: daysAgo(2), expiresAt: daysAgo(-28) } }),
    ],
    [
      'read a lesson',
      (who: { enrolment: string }) =>
        db().lessonState.updateMany({ where: { enrolmentId: who.enrolment }, data: { readAt: daysAgo(2) } }),
    ],
    [
      'written a note',
      (who: { accountId: string }) =>
        db().passageNote.updateMany({ where: { accountId: who.accountId }, data: { changedAt: daysAgo(2) } }),
    ],
    [
      'practised',
      async ({ enrolment: enrolmentId }: { enrolment: string }) => {
        const { releaseId } = await db().enrolment.findUniqueOrThrow({ where: { id: enrolmentId } })
        await db().practiceAnswer.create({
          data: { enrolmentId, questionId: 'practice-2', answer: ['a'], answeredAt: daysAgo(2), releaseId },
        })
      },
    ],
    [
      'answered a review',
      ({ accountId }: { accountId: string }) =>
        db().reviewAnswer.updateMany({ where: { card: { accountId } }, data: { answeredAt: daysAgo(2) } }),
    ],
    [
      'answered on a changed law',
      (who: { accountId: string }) =>
        db().lawUpdateAnswer.updateMany({ where: ofHer(who), data: { answeredAt: daysAgo(2) } }),
    ],
  ] as const)('stays: every answer of a person who has %s since', async (_, act) => {
    const back = await learnerLastSeen(4 * 366)
    await act(back)
    await executeRetention(NOW)

    expect((await answersOf(back)).every((count) => count > 0)).toBe(true)
  })

  it('goes: an unaccepted place, three months after its last invitation; the waitlist gets the seat', async () => {
    const cohort = await makeCohort(await makeSchool(), { fields: { ...RUNNING, seats: 1 } })
    const place = (email: string, status: MemberStatus, days: number) =>
      insertPlace(cohort, { email, status, waitsSince: daysAgo(days) })
    const forgotten = await place('forgotten@example.ma', 'invited', 91)
    const next = await place('next@example.ma', 'waiting', 80)
    const again = await place('again@example.ma', 'withdrawn', 91)
    await db().invitation.create({
      data: { memberId: again.id, hash: randomUUID(), createdAt: daysAgo(89), expiresAt: daysAgo(68) },
    })
    await executeRetention(NOW)

    const left = await db().cohortMember.findMany({ where: { cohortId: cohort.id }, orderBy: { email: 'asc' } })
    expect(left.map(({ id, status }) => [id, status])).toEqual([
      [again.id, 'withdrawn'],
      [next.id, 'invited'],
    ])
    expect(await db().memberMove.count({ where: { memberId: forgotten.id } })).toBe(0)
    expect(await db().mail.count({ where: { memberId: next.id, kind: 'invitation' } })).toBe(1)
  })

  it('goes: the place of a guest, a year after the seminar, but no place of a person with an account', async () => {
    const { accountId } = await insertPerson()
    const seminar = async (days: number) => {
      const place = { status: 'registered', statusSince: daysAgo(days), source: 'open' }
      const guest = { ...place, guestEmail: `${randomUUID()}@example.org`, guestNameLatin: 'Ana García' }
      const institutionId = (await makeSchool()).institutionId
      const span = { startsAt: daysAgo(days + 1), endsAt: daysAgo(days) }
      return db().seminar.create({
        data: {
          institutionId,
          titles: { fr: 'Séminaire' },
          ...span,
          registrations: { create: [{ ...place, accountId }, guest] },
        },
      })
    }
    const [old, recent] = [await seminar(367), await seminar(364)]

    expect(await executeRetention(NOW)).toMatchObject({ guests: 1 })

    const left = (seminarId: string) => db().seminarRegistration.findMany({ where: { seminarId } })
    expect((await left(old.id)).map((one) => one.accountId)).toEqual([accountId])
    expect(await left(recent.id)).toHaveLength(2)
  })

  it('goes: the check-in of a person who was on no list, a year later', async () => {
    const { morning } = await makeSeminarDay()
    const noted = (days: number) =>
      db().unlistedCheckIn.create({
        data: { halfDayId: morning, guestEmail: `${randomUUID()}@example.org`, guestName: 'X', at: daysAgo(days) },
      })
    const [, recent] = [await noted(367), await noted(364)]
    await executeRetention(NOW)
    expect((await db().unlistedCheckIn.findMany({ where: { halfDayId: morning } })).map(({ id }) => id)).toEqual([
      recent.id,
    ])
  })

  it('goes: a call for research a year after its deadline', async () => {
    const { institutionId } = await makeSchool()
    const call = (days: number) =>
      db().researchCall.create({
        data: {
          institutionId,
          titles: { fr: 'Appel' },
          texts: { fr: 'Texte' },
          deadline: daysAgo(days),
          publishedAt: NOW,
        },
      })
    const [, recent] = [await call(367), await call(364)]
    await executeRetention(NOW)
    expect((await db().researchCall.findMany({ where: { institutionId } })).map(({ id }) => id)).toEqual([recent.id])
  })

  it('goes: a reported error two years after it was reported', async () => {
    const page = { locale: 'ar', place: 'page', path: '/about', kind: 'other', text: randomUUID() }
    for (const days of [2 * 366 + 1, 2 * 365 - 1]) {
      await db().errorReport.create({ data: { ...page, id: randomUUID(), reportedAt: daysAgo(days) } })
    }

    expect(await executeRetention(NOW)).toMatchObject({ errors: 1 })

    const left = await db().errorReport.findMany({ where: { text: page.text } })
    expect(left.map(({ reportedAt }) => reportedAt)).toEqual([daysAgo(2 * 365 - 1)])
  })

  it('goes: an announcement a year after it left, and a question a year after its last message', async () => {
    const { id: accountId } = await db().account.findFirstOrThrow({ where: { email: (await insertPerson()).email } })
    await insertLearningRecord(accountId, randomUUID().replaceAll('-', '').slice(0, 13).toUpperCase())
    const at = (days: number) => ({ createdAt: daysAgo(days), changedAt: daysAgo(days), dueAt: daysAgo(days) })
    const mine = { people: { some: { member: { accountId } } } }
    const left = async () => [
      await db().announcement.count({ where: mine }),
      await db().tutorThread.count({ where: { accountId } }),
    ]

    await db().announcement.updateMany({ where: mine, data: { ...at(700), sentAt: daysAgo(360) } })
    await db().tutorThread.updateMany({ where: { accountId }, data: { createdAt: daysAgo(700), lastAt: daysAgo(360) } })
    await executeRetention(NOW)
    expect(await left()).toEqual([1, 1])
    await db().announcement.updateMany({ where: mine, data: { sentAt: daysAgo(367) } })
    await db().tutorThread.updateMany({ where: { accountId }, data: { lastAt: daysAgo(367) } })
    expect(await executeRetention(NOW)).toMatchObject({ words: 2 })
    expect(await left()).toEqual([0, 0])
    expect(await db().threadMessage.count({ where: { authorId: accountId } })).toBe(0)
  })

  it('goes: the answers to a survey a year after it closed, not its figures', async () => {
    const { school, cohort, accounts } = await surveyedCohort(5)
    const surveyId = await openedSurvey(school, cohort)
    await answerAll(surveyId, accounts, () => ({ a: '4' }))
    await closeOpened()
    const left = () => db().surveyAnswer.count({ where: { surveyId } })
    const closed = (days: number) => db().survey.update({ where: { id: surveyId }, data: { closesAt: daysAgo(days) } })

    await closed(360)
    await executeRetention(NOW)
    expect(await left()).toBe(5)
    await closed(367)
    expect(await executeRetention(NOW)).toMatchObject({ words: 5 })
    expect(await left()).toBe(0)
    expect(await db().survey.findUniqueOrThrow({ where: { id: surveyId } })).toMatchObject({
      figures: { response: { people: 5 } },
    })
  })

  it('stays: a scheduled announcement, however long ago it was written', async () => {
    const cohort = await makeCohort(await makeSchool())
    const old = { createdAt: daysAgo(500), changedAt: daysAgo(500), dueAt: daysAgo(-5) }
    const row = { cohortId: cohort.id, audience: 'everybody', texts: {}, state: 'scheduled', ...old }
    const { id } = await db().announcement.create({ data: row })
    await executeRetention(NOW)

    expect(await db().announcement.count({ where: { id } })).toBe(1)
  })

  it('goes: the audit log after five years', async () => {
    const reason = randomUUID()
    const act = { act: 'record-viewed', actorId: null, reason } as const
    for (const days of [5 * 366, 4 * 365]) await recordAct(db(), act, daysAgo(days))
    await executeRetention(NOW)

    const left = await db().auditEntry.findMany({ where: { reason } })
    expect(left.map(({ at }) => at)).toEqual([daysAgo(4 * 365)])
  })

  it('goes: sessions and links that have ended, browsers unused for half a year, lists after a month, counters after a day', async () => {
    const { accountId } = await insertPerson()
    await db().session.create({ data: { accountId, expiresAt: daysAgo(1) } })
    for (const days of [181, 179]) {
      const browser = { accountId, hash: randomUUID(), network: 'network', usedAt: daysAgo(days) }
      await db().knownBrowser.create({ data: browser })
    }
    await db().emailToken.create({ data: { accountId, hash: randomUUID(), expiresAt: daysAgo(1) } })
    for (const days of [1, -1]) {
      await db().signUp.create({ data: { ...signUpOf(), hash: randomUUID(), expiresAt: daysAgo(days) } })
    }
    await db().rateCounter.create({ data: { key: randomUUID(), windowEnd: daysAgo(2), hits: 1 } })
    await db().signInFailure.create({ data: { key: randomUUID(), failures: 1, lastAt: daysAgo(2) } })
    await recordOf(accountId)
    await db().importRun.updateMany({ data: { createdAt: daysAgo(32) } })
    const lists = await db().importRun.count()

    expect(await executeRetention(NOW)).toMatchObject({ session: 1, browser: 1, link: 2, counters: 2, list: lists })
    expect(await db().importRow.count()).toBe(0)
  })

  it('is counted in the audit log', async () => {
    await letter('sent', 40)
    await executeRetention(NOW)

    const entry = await db().auditEntry.findFirstOrThrow({
      where: { act: 'retention-executed' },
      orderBy: { id: 'desc' },
    })
    expect(entry).toMatchObject({ actorId: null, details: { ...NOTHING, letters: 1 } })
  })
})

describe('the trigger that protects the audit log', () => {
  it('lets nobody else delete an old entry', async () => {
    await recordAct(db(), { act: 'record-viewed', actorId: null }, daysAgo(6 * 366))
    const { id } = await db().auditEntry.findFirstOrThrow({ orderBy: { at: 'asc' } })

    await expect(db().auditEntry.delete({ where: { id } })).rejects.toThrow('the audit is only added to')
  })

  it('keeps entries younger than a year, whatever the caller asks for', async () => {
    const reason = randomUUID()
    await recordAct(db(), { act: 'record-viewed', actorId: null, reason }, daysAgo(300))
    await db().$queryRaw`select "expire_audit"(now(), 1000)::int`

    expect(await db().auditEntry.count({ where: { reason } })).toBe(1)
  })
})

it('can be previewed and run from the command line', async () => {
  await letter('sent', 40)

  expect(runCommand('retention', '--preview').out).toContain('letters (30 days): 1 to remove')
  expect((await callOnDatabase(retention)).out).toContain('letters (30 days): 1 removed')
  expect(await db().mail.count({ where: { sentAt: { lt: daysAgo(39) } } })).toBe(0)
  expect(await callOnDatabase(retention, '--soon')).toMatchObject({ code: 1 })
})
