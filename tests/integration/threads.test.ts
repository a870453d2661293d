import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { exportMyData } from '@/server/account/my-data'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { withdraw } from '@/server/cohort/people/withdraw'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { loadRelease } from '@/server/content/releases'
import { courseOf } from '@/server/course/learner-course'
import { db, sql } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { findLearner } from '@/server/db/course/learners'
import { countUnreadThreads } from '@/server/db/thread/threads'
import { answerThread } from '@/server/thread/answer'
import { addToThread, askableCohort, askTutors } from '@/server/thread/ask'
import { cohortThreads, myThreads, openCohortThread, openMyThread } from '@/server/thread/read-threads'
import { insertParticipant, makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { actorNow, insertStaff } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

type Someone = { accountId: string; sessionId: string }
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const mayAsk = async (who: Someone) => permitFor(await actorNow(who), 'thread:write', { accountId: who.accountId })
const mayAnswer = async (who: Someone, cohort: CohortRow) =>
  permitFor(await actorNow(who), 'cohort:answer', targetOf(cohort))
const missing = { code: 'not-found' }
const refused = { code: 'conflict' }

async function makeFollowed(given?: School) {
  const school = given ?? (await makeSchool())
  const tutor = await insertStaff('tutor', school.institutionId, {
    nameArabic: 'هدى المرابط',
    nameLatin: 'Houda Mrabet',
  })
  const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
  const her = await insertParticipant(cohort, { nameLatin: 'Amina Tazi' })
  return { school, tutor, cohort, her, asTutor: { cohort, permit: await mayAnswer(tutor, cohort) } }
}
type Made = Awaited<ReturnType<typeof makeFollowed>>

async function ask(
  cohort: CohortRow,
  who: Someone,
  text = 'Pourquoi <b>ici</b> ?',
  block: number | null = 0,
  now = NOW,
) {
  const release = await loadRelease(cohort.courses[0]?.releaseId ?? '')
  const [lesson] = release.course.lessons
  if (!lesson) throw new Error('no lesson')
  const place = { release, lesson, block }
  const written = { draft: randomUUID(), threadText: text }
  return askTutors(await mayAsk(who), { cohortId: cohort.id, place }, written, now)
}
const answer = (made: Made, id: string, at: Date, text = 'Voyez l’article.') =>
  answerThread(made.asTutor, id, { draft: randomUUID(), threadText: text }, at)
const lettersTo = (accountId: string) => db().mail.findMany({ where: { accountId, kind: 'threadAnswered' } })

describe('a question', () => {
  it('goes to the tutors of her cohort with its passage, and the answer comes back', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)

    const { threads } = await cohortThreads(made.asTutor.permit, 1, later(1))
    expect(threads).toMatchObject([{ id, nameLatin: 'Amina Tazi', waits: true, unread: 1, closed: null }])
    expect(await countUnreadThreads(sql(), made.cohort.id, made.tutor.accountId)).toBe(1)
    const opened = await openCohortThread(made.asTutor.permit, id, later(1))
    expect(opened).toMatchObject({ at: 0, messages: [{ fromLearner: true, text: 'Pourquoi <b>ici</b> ?' }] })
    expect(await countUnreadThreads(sql(), made.cohort.id, made.tutor.accountId)).toBe(0)

    await answer(made, id, later(2))

    const mine = await mayAsk(made.her)
    expect(await myThreads(mine, later(3))).toMatchObject([{ id, waits: false, unread: 1 }])
    expect(await openMyThread(mine, id, later(3))).toMatchObject({
      messages: [{ fromLearner: true }, { fromLearner: false, nameLatin: 'Houda Mrabet', text: 'Voyez l’article.' }],
    })
    expect(await myThreads(mine, later(3))).toMatchObject([{ unread: 0 }])
  })

  it('brings one letter about its answer, and no other before she has read it', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)
    await openMyThread(await mayAsk(made.her), id, NOW)

    await answer(made, id, later(1))
    await answer(made, id, later(2), 'Encore')
    expect(await lettersTo(made.her.accountId)).toHaveLength(1)
    await openMyThread(await mayAsk(made.her), id, later(3))
    await answer(made, id, later(4), 'Et ceci')

    expect(await lettersTo(made.her.accountId)).toHaveLength(2)
  })

  it('keeps all texts if a form is sent again with other words', async () => {
    const made = await makeFollowed()
    const release = await loadRelease(made.cohort.courses[0]?.releaseId ?? '')
    const [lesson] = release.course.lessons
    if (!lesson) throw new Error('no lesson')
    const permit = await mayAsk(made.her)
    const draft = randomUUID()
    const press = (threadText: string, block: number | null) =>
      askTutors(permit, { cohortId: made.cohort.id, place: { release, lesson, block } }, { draft, threadText }, NOW)

    expect(await press('Une', null)).toBe(draft)
    expect(await press('Autre', null)).toBe(draft)
    expect(await press('Autre', null)).toBe(draft)
    const elsewhere = await press('Une', 0)
    expect(elsewhere).not.toBe(draft)
    expect(await press('Une', 0)).toBe(elsewhere)
    const form = randomUUID()
    for (const threadText of ['Ajout', 'Ajout', 'Autre ajout', 'Autre ajout'])
      await addToThread(permit, draft, { draft: form, threadText }, later(1))
    const reply = randomUUID()
    for (const threadText of ['Réponse', 'Réponse', 'Autre réponse', 'Autre réponse'])
      await answerThread(made.asTutor, draft, { draft: reply, threadText }, later(2))

    const textsOf = async (id: string) => (await openMyThread(permit, id, later(3))).messages.map(({ text }) => text)
    expect((await textsOf(draft)).toSorted()).toEqual(
      ['Ajout', 'Autre', 'Autre ajout', 'Autre réponse', 'Réponse', 'Une'].toSorted(),
    )
    expect(await textsOf(elsewhere)).toEqual(['Une'])
  })

  it('is stored once if its form is sent twice', async () => {
    const made = await makeFollowed()
    const release = await loadRelease(made.cohort.courses[0]?.releaseId ?? '')
    const [lesson] = release.course.lessons
    const written = { draft: randomUUID(), threadText: 'Question' }
    const place = { release, lesson: lesson as NonNullable<typeof lesson>, block: null }
    const permit = await mayAsk(made.her)
    const press = () => askTutors(permit, { cohortId: made.cohort.id, place }, written, NOW)

    await Promise.all([press(), press()])

    const threads = await myThreads(permit, NOW)
    expect(threads).toHaveLength(1)
    expect(await openMyThread(permit, written.draft, NOW)).toMatchObject({
      at: 'whole',
      messages: [{ text: 'Question' }],
    })
  })

  it('can be asked only so many times a day', async () => {
    const made = await makeFollowed()
    for (let times = 0; times < LIMITS['ask-tutor'].hits; times += 1) await ask(made.cohort, made.her)

    await expect(ask(made.cohort, made.her)).rejects.toMatchObject({ code: 'too-many-requests' })
  })
})

describe('a question cannot be read by', () => {
  it('another learner of the cohort or of another one', async () => {
    const [made, other] = [await makeFollowed(), await makeFollowed()]
    const id = await ask(made.cohort, made.her)
    const beside = await insertParticipant(made.cohort)

    for (const who of [beside, other.her]) {
      await expect(openMyThread(await mayAsk(who), id, NOW)).rejects.toMatchObject(missing)
      await expect(
        addToThread(await mayAsk(who), id, { draft: randomUUID(), threadText: 'x' }, NOW),
      ).rejects.toMatchObject(missing)
      expect(await myThreads(await mayAsk(who), NOW)).toEqual([])
    }
    await expect(ask(made.cohort, other.her)).rejects.toMatchObject(missing)
  })

  it('a tutor of another cohort, of the same school or of another', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)

    for (const other of [await makeFollowed(made.school), await makeFollowed()]) {
      await expect(mayAnswer(other.tutor, made.cohort)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(openCohortThread(other.asTutor.permit, id, NOW)).rejects.toMatchObject(missing)
      await expect(answer(other, id, NOW)).rejects.toMatchObject(missing)
      expect((await cohortThreads(other.asTutor.permit, 1, NOW)).threads).toEqual([])
    }
  })

  it('an administrator of the school, or anybody of the platform', async () => {
    const made = await makeFollowed()
    const platform = await insertStaff('platform-administrator', null)
    const support = await insertStaff('support', null)

    for (const who of [made.school.administrator, platform, support])
      await expect(mayAnswer(who, made.cohort)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('anybody through the audit log, which has no entry about the answer', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)
    const before = await db().auditEntry.count({ where: { institutionId: made.school.institutionId } })
    await answer(made, id, later(1))

    expect(await db().auditEntry.count({ where: { institutionId: made.school.institutionId } })).toBe(before)
  })
})

describe('a question becomes read-only', () => {
  const closedTo = async (made: Made, id: string, at: Date) => {
    await expect(answer(made, id, at)).rejects.toMatchObject(refused)
    await expect(
      addToThread(await mayAsk(made.her), id, { draft: randomUUID(), threadText: 'x' }, at),
    ).rejects.toMatchObject(refused)
    return openMyThread(await mayAsk(made.her), id, at)
  }

  it('once the cohort has ended', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)
    const over = new Date('2027-01-17T10:00:00Z')

    expect(await closedTo(made, id, over)).toMatchObject({ closed: 'over', messages: [{}] })
    await expect(ask(made.cohort, made.her, 'x', 0, over)).rejects.toMatchObject(refused)
  })

  it('once the cohort is archived', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)
    const administrator = await actorNow(made.school.administrator)
    await archiveCohort(permitFor(administrator, 'cohort:change', targetOf(made.cohort)), NOW)

    expect(await closedTo(made, id, later(1))).toMatchObject({ closed: 'over' })
  })

  it('once she has left', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)
    await withdraw(await mayEnrol(made.school, made.cohort), made.her.memberId, 'Mutation', NOW)

    expect(await closedTo(made, id, later(1))).toMatchObject({ closed: 'left' })
    await expect(ask(made.cohort, made.her)).rejects.toMatchObject(refused)
  })
})

it('a question is offered where a cohort has a tutor and is not over, before its first day too', async () => {
  const made = await makeFollowed()
  const learner = async () => findLearner(sql(), made.her.accountId, made.cohort.courses[0]?.courseId ?? '')
  const offered = async (now: Date) =>
    askableCohort(await courseOf(await learner(), made.cohort.courses[0]?.courseId ?? '', now), now)

  expect(await offered(NOW)).toMatchObject({ id: made.cohort.id })
  expect(await offered(new Date('2026-11-01T10:00:00Z'))).toMatchObject({ id: made.cohort.id })
  expect(await offered(new Date('2027-01-17T10:00:00Z'))).toBeNull()
  await db().role.updateMany({ where: { accountId: made.tutor.accountId }, data: { endedAt: NOW } })
  expect(await offered(NOW)).toBeNull()
  await expect(ask(made.cohort, made.her)).rejects.toMatchObject(refused)
})

describe('what is kept', () => {
  it('is in the copy of her data, with the answers but not their authors', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)
    await answer(made, id, later(1))

    const data = await exportMyData(mayRead(made.her))
    expect(data.TutorThread).toMatchObject([{ id, cohortId: made.cohort.id }])
    expect(data.ThreadMessage).toMatchObject([{ fromLearner: true }, { fromLearner: false, text: 'Voyez l’article.' }])
    expect(JSON.stringify(data.ThreadMessage)).not.toContain(made.tutor.accountId)
    const ofTutor = await exportMyData(mayRead(made.tutor))
    expect(ofTutor.TutorThread).toEqual([])
    expect(ofTutor.ThreadMessage).toMatchObject([{ fromLearner: false }])
  })

  it('is deleted with her account; after the tutor’s account, the answer stays without a name', async () => {
    const made = await makeFollowed()
    const id = await ask(made.cohort, made.her)
    await answer(made, id, later(1))
    await deleteAccount(mayChange(made.tutor), PASSWORD, visitOf({ now: later(2) }))
    const { messages } = await openMyThread(await mayAsk(made.her), id, later(3))
    expect(messages.at(-1)).toMatchObject({ text: 'Voyez l’article.', nameLatin: null })

    await deleteAccount(mayChange(made.her), PASSWORD, visitOf({ now: later(4) }))
    expect(await db().tutorThread.count({ where: { id } })).toBe(0)
    expect(await db().threadMessage.count({ where: { threadId: id } })).toBe(0)
  })
})
