import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import {
  GET as getQuestion,
  POST as postQuestion,
} from '@/app/[locale]/(learn)/learning/tests/[cohort]/[course]/[form]/[n]/route'
import { GET as getTest, POST as postTest } from '@/app/[locale]/(learn)/learning/tests/[cohort]/[course]/[form]/route'
import { GET as getFigures } from '@/app/[locale]/(teach)/cohorts/[cohort]/learning/route'
import { reservedForRetention } from '@/domain/course/reserved-for-retention'
import type { Prisma } from '@/generated/prisma/client'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { drawRecalls, placeOf } from '@/server/cohort/tests/draw-recalls'
import { tellRecalls } from '@/server/cohort/tests/tell-recalls'
import { db } from '@/server/db/client'
import { findRecall } from '@/server/db/cohort/recall-tests'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { cohortThatEnded, insertExamined, insertExaminee, insertRecalled, recallOf } from '@/tests/support/recall'
import { secondForms } from '@/tests/support/second-forms'
import { giveRole } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const DAY_MS = 86_400_000
const t = translator('fr')
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const request = (form?: Record<string, string>) =>
  new Request('http://localhost:3000/fr/x', {
    ...(form && {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
    }),
  })
const learning = async () => (await getLearning(request(), { params: Promise.resolve({ locale: 'fr' }) })).text()

function at(cohort: { id: string; courseId: string }, form = 'day-90', n = '1') {
  const params = { params: Promise.resolve({ locale: 'fr', cohort: cohort.id, course: cohort.courseId, form, n }) }
  return {
    look: () => getTest(request(), params),
    act: (act: string) => postTest(request({ act }), params),
    question: () => getQuestion(request(), params),
    answer: (fields: Record<string, string>) => postQuestion(request(fields), params),
  }
}

describe('the questions', () => {
  it('are drawn once for a cohort, 90 days after its last day, from the forms that no review asks', async () => {
    const { cohort } = await cohortThatEnded(90)
    await insertExamined(cohort, 1)
    await Promise.all([drawRecalls(new Date()), drawRecalls(new Date())])
    const test = await findRecall(db(), placeOf(cohort), 'day-90')
    await drawRecalls(inDays(1))

    expect(await findRecall(db(), placeOf(cohort), 'day-90')).toEqual(test)
    const ids = test?.questions.map(({ questionId }) => questionId)
    expect(new Set(ids)).toEqual(reservedForRetention({ second: secondForms(12) }))
    expect(await findRecall(db(), placeOf(cohort), 'day-180')).toBeNull()
  })

  it('are the same six when they are drawn again after 180 days', async () => {
    const { cohort } = await cohortThatEnded(180)
    await insertExamined(cohort, 1)
    await drawRecalls(inDays(-90))
    await drawRecalls(new Date())
    const [early, late] = await Promise.all([
      findRecall(db(), placeOf(cohort), 'day-90'),
      findRecall(db(), placeOf(cohort), 'day-180'),
    ])

    const idsOf = (test: typeof early) => test?.questions.map(({ questionId }) => questionId).toSorted()
    expect(idsOf(early)).toHaveLength(6)
    expect(idsOf(late)).toEqual(idsOf(early))
  })

  it('are the same six even if the cohort reads another release by then', async () => {
    const { cohort } = await cohortThatEnded(180)
    await insertExamined(cohort, 1)
    await drawRecalls(inDays(-90))
    const early = await findRecall(db(), placeOf(cohort), 'day-90')
    const {
      id: _,
      changes: __,
      ...release
    } = await db().release.findUniqueOrThrow({ where: { id: early?.releaseId ?? '' } })
    const { second, ...content } = release.content as { second: unknown[] }
    const edition = { ...content, second: second.toReversed().slice(2) } as Prisma.InputJsonValue
    const later = { ...release, number: release.number + 1, contentHash: 'later', content: edition }
    const { id: releaseId } = await db().release.create({ data: later })
    await db().cohortCourse.updateMany({ where: { cohortId: cohort.id }, data: { releaseId } })
    await drawRecalls(new Date())

    const late = await findRecall(db(), placeOf(cohort), 'day-180')
    const idsOf = (test: typeof early) => test?.questions.map(({ questionId }) => questionId).toSorted()
    expect(idsOf(late)).toEqual(idsOf(early))
  })

  it.each([
    ['a day too early', 89, secondForms(12)],
    ['after the thirty days', 120, secondForms(12)],
    ['without second forms', 90, []],
    ['with too few of them', 90, secondForms(11)],
  ])('are not drawn %s', async (_, daysAgo, second) => {
    const { cohort } = await cohortThatEnded(daysAgo, { second })
    await insertExamined(cohort, 1)
    await drawRecalls(new Date())

    expect(await findRecall(db(), placeOf(cohort), 'day-90')).toBeNull()
  })

  it('are drawn only once somebody has handed in an exam, even if the job missed the first nights', async () => {
    const { cohort } = await cohortThatEnded(95)
    await drawRecalls(new Date())
    expect(await findRecall(db(), placeOf(cohort), 'day-90')).toBeNull()
    await insertExamined(cohort, 1)
    await drawRecalls(new Date())
    expect(await findRecall(db(), placeOf(cohort), 'day-90')).not.toBeNull()
  })
})

/** A cohort whose test is open, with one of its people as the caller. */
async function opened() {
  const made = await cohortThatEnded(92)
  const her = await insertExaminee(made.cohort)
  await drawRecalls(new Date())
  await callAs(her.sessionId)
  return { ...made, her }
}

describe('a person of the cohort', () => {
  it('is offered the test on “my learning”, answers it once, and sees her score without a key', async () => {
    const { cohort, her } = await opened()
    const link = `href="/fr/learning/tests/${cohort.id}/${cohort.courseId}/day-90"`
    expect(await learning()).toContain(link)
    expect(await (await at(cohort).look()).text()).toContain(t('tests.how.day-90'))
    expect((await at(cohort).act('start')).headers.get('location')).toBe(
      `/fr/learning/tests/${cohort.id}/${cohort.courseId}/day-90/1`,
    )
    const shown = await (await at(cohort).question()).text()
    expect(shown).toContain('texte again')
    expect(shown).not.toMatch(/feedback|because of/)
    for (const n of ['1', '2', '3', '4', '5', '6'])
      await at(cohort, 'day-90', n).answer({ a: n < '4' ? 'a' : 'b', go: 'check' })
    await at(cohort).act('hand-in')

    const result = await (await at(cohort).look()).text()
    expect(result).toContain(t('tests.score', { score: '3', possible: 6 }))
    expect(result).toContain(t('tests.noKeyRecall'))
    expect(result).not.toMatch(/again|because of/)
    expect(await learning()).not.toContain(link)
    const { accountId } = her
    expect(await db().testSitting.count({ where: { accountId } })).toBe(1)
  })

  it('answers once, however many devices she uses', async () => {
    const { cohort, her } = await opened()
    const { act, answer } = at(cohort)
    await Promise.all([act('start'), act('start')])
    await answer({ a: 'a', go: '2' })
    await Promise.all([act('hand-in'), act('hand-in')])
    const { accountId } = her
    const first = await db().testSitting.findMany({ where: { accountId } })

    expect((await act('start')).status).toBe(409)
    expect((await answer({ a: 'b', go: '2' })).status).toBe(409)
    expect(await db().testSitting.findMany({ where: { accountId } })).toEqual(first)
    expect(first).toHaveLength(1)
  })

  it('finds it closed after thirty days, and loses what she had begun', async () => {
    const { school, cohort } = await opened()
    await at(cohort).act('start')
    await db().recallTest.updateMany({ where: { cohortId: cohort.id }, data: { closesAt: new Date() } })

    expect(await (await at(cohort).look()).text()).toContain(t('tests.closed.recall-over'))
    for (const act of ['start', 'hand-in']) expect((await at(cohort).act(act)).status).toBe(409)
    expect((await at(cohort).answer({ a: 'a', go: '2' })).status).toBe(409)
    expect(await learning()).not.toContain('/day-90')
    expect((await recallOf(school, cohort, inDays(1))).day90).toMatchObject({ status: 'measured' })
  })

  it('is asked even if she has left the cohort since', async () => {
    const { cohort, her } = await opened()
    await db().cohortMember.updateMany({ where: { accountId: her.accountId }, data: { status: 'withdrawn' } })

    expect(await learning()).toContain('/day-90')
    expect((await at(cohort).act('start')).status).toBe(303)
  })
})

describe('the letter', () => {
  const lettersTo = (accountId: string) => db().mail.findMany({ where: { accountId, kind: 'recall' } })
  const wantsReviews = (accountId: string) =>
    db().letterChoice.create({ data: { accountId, reminders: 'each', reviews: true, savedAt: new Date() } })

  /** A person of a cohort whose test opened yesterday. */
  async function asked() {
    const { cohort } = await cohortThatEnded(91)
    const her = await insertExaminee(cohort)
    await drawRecalls(new Date())
    return { cohort, her }
  }

  it('goes once to each person who wants letters of review, and leads to “my learning”', async () => {
    const { cohort, her } = await asked()
    const other = await insertExaminee(cohort)
    await wantsReviews(her.accountId)
    await Promise.all([tellRecalls(new Date()), tellRecalls(new Date())])
    await tellRecalls(inDays(2))

    const [letter, ...more] = await lettersTo(her.accountId)
    expect(more).toEqual([])
    expect(letter?.letter).toMatchObject({ link: expect.stringMatching(/\/learning$/) })
    expect(await lettersTo(other.accountId)).toEqual([])
  })

  it('does not go to a person who has answered, nor after the first week', async () => {
    const { cohort, her } = await asked()
    await wantsReviews(her.accountId)
    await tellRecalls(inDays(7))
    expect(await lettersTo(her.accountId)).toEqual([])
    await insertRecalled(cohort, 'day-90', [her.accountId], 3)
    await tellRecalls(new Date())
    expect(await lettersTo(her.accountId)).toEqual([])
  })

  it('waits for room in her budget: one letter of review a week', async () => {
    const { her } = await asked()
    const { accountId } = her
    await wantsReviews(accountId)
    const sentAt = inDays(-4)
    await db().mail.create({ data: { kind: 'recall', to: 'x', state: 'sent', createdAt: sentAt, sentAt, accountId } })
    await tellRecalls(new Date())
    expect(await lettersTo(accountId)).toHaveLength(1)
    await tellRecalls(inDays(4))
    expect(await lettersTo(accountId)).toHaveLength(2)
  })
})

describe('a recall test', () => {
  it('is refused before it opens, without an exam there, and if her first exam was elsewhere', async () => {
    const { cohort, her } = await opened()
    expect((await at(cohort, 'day-180').look()).status).toBe(403)
    const { enrolmentId } = await db().attempt.findFirstOrThrow({ where: { enrolment: { accountId: her.accountId } } })
    await db().attempt.updateMany({ where: { enrolmentId }, data: { number: 2 } })
    const earlier = { enrolmentId, releaseId: cohort.releaseId, number: 1, cohortId: null }
    await db().attempt.create({ data: { ...earlier, startedAt: inDays(-200), handedInAt: inDays(-200) } })

    expect((await at(cohort).look()).status).toBe(403)
    expect(await learning()).not.toContain('/day-90')
    await callAs((await insertPerson()).sessionId)
    expect((await at(cohort).look()).status).toBe(403)
    expect((await at(cohort).act('start')).status).toBe(403)
    await callAs(null)
    expect((await at(cohort).look()).status).toBe(303)
    expect((await at({ id: 'no-cohort', courseId: cohort.courseId }).look()).status).toBe(303)
  })
})

describe('the figure', () => {
  async function figures(cohort: { id: string }, sessionId: string) {
    await callAs(sessionId)
    const address = new Request(`http://localhost:3000/fr/cohorts/${cohort.id}/learning?part=gain`)
    const { status, ...answer } = await getFigures(address, {
      params: Promise.resolve({ locale: 'fr', cohort: cohort.id }),
    }).then(async (response) => ({ status: response.status, html: await response.text() }))
    return { status, section: answer.html.match(/<section[^>]*aria-labelledby="recall".*?<\/section>/s)?.[0] ?? '' }
  }

  it('shows the planned days, then an open test, then the mean, the number of people and the drop-outs', async () => {
    const { school, cohort } = await cohortThatEnded(92)
    const people = await insertExamined(cohort, 18)
    const { sessionId } = school.administrator
    expect((await figures(cohort, sessionId)).section).toContain(t('cohorts.learning.recall.rows.day-90'))
    expect((await recallOf(school, cohort, new Date())).day90.status).toBe('planned')
    await drawRecalls(new Date())
    expect((await recallOf(school, cohort, new Date())).day90.status).toBe('open')
    await insertRecalled(cohort, 'day-90', people.slice(0, 6), 6)
    await insertRecalled(cohort, 'day-90', people.slice(6, 12), 3)

    const { day90, day180 } = await recallOf(school, cohort, inDays(40))
    expect(day180.status).toBe('planned')
    expect(day90).toMatchObject({
      status: 'measured',
      questions: 6,
      report: {
        mean: { status: 'shown', people: 12, value: { mean: 0.75 } },
        dropOuts: { status: 'shown', people: 6 },
      },
    })
    await db().recallTest.updateMany({ where: { cohortId: cohort.id }, data: { closesAt: inDays(-1) } })
    const { section } = await figures(cohort, sessionId)
    expect(section).toMatch(/75\s%/)
    expect(section).toContain(t('cohorts.learning.recall.title'))
  })

  it('is made once: it stays when accounts are deleted and when several look at once', async () => {
    const { school, cohort } = await cohortThatEnded(92)
    const people = await insertExamined(cohort, 14)
    await drawRecalls(new Date())
    await insertRecalled(cohort, 'day-90', people.slice(0, 7), 6)
    await insertRecalled(cohort, 'day-90', people.slice(7), 2)
    const looks = await Promise.all([1, 2, 3].map(() => recallOf(school, cohort, inDays(40))))
    await db().account.deleteMany({ where: { id: { in: people.slice(0, 5) } } })

    for (const look of [...looks, await recallOf(school, cohort, inDays(50))]) expect(look).toEqual(looks[0])
    expect(await db().closedGroup.count({ where: { cohortId: cohort.id } })).toBe(1)
  })

  it('is hidden below ten people, and leaves out everybody who has ever been staff of the institution', async () => {
    const { school, cohort } = await cohortThatEnded(92)
    const people = await insertExamined(cohort, 10)
    await drawRecalls(new Date())
    await insertRecalled(cohort, 'day-90', people.slice(0, 5), 6)
    await insertRecalled(cohort, 'day-90', people.slice(5), 2)
    await giveRole(people[0] ?? '', 'tutor', school.institutionId)

    expect((await recallOf(school, cohort, inDays(40))).day90).toMatchObject({
      report: { mean: { status: 'hidden', reason: 'too-few-people' }, dropOuts: { status: 'hidden' } },
    })
    await callAs((await insertExaminee(cohort)).sessionId)
    expect((await figures(cohort, (await insertPerson()).sessionId)).status).toBe(403)
  })

  it('says that nobody was asked, or that there is nothing to ask', async () => {
    const late = await cohortThatEnded(200)
    expect(await recallOf(late.school, late.cohort, inDays(20))).toMatchObject({
      day90: { status: 'not-asked' },
      day180: { status: 'not-asked' },
    })
    const without = await cohortThatEnded(10, { second: [] })
    expect((await recallOf(without.school, without.cohort, new Date())).day90.status).toBe('impossible')
  })
})
