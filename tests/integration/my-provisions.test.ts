import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/[locale]/(learn)/learning/provisions/route'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import type { Answer, Certainty } from '@/domain/question/answer'
import { dayOf, nextDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db, sql } from '@/server/db/client'
import { savePracticeAnswer } from '@/server/db/practice/practice-answers'
import { drawTests, insertParticipant, insertTests, schoolWithBank } from '@/tests/support/cohort-tests'
import { provision, singleChoice } from '@/tests/support/course-factories'
import { examinee, NOW, RIGHT, WRONG } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { secondForms } from '@/tests/support/second-forms'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const fr = { params: Promise.resolve({ locale: 'fr' }) }
const ask = (path = '/learning/provisions', handler = GET) =>
  handler(new Request(`http://localhost:3000/fr${path}`), fr)
const main = async () => (await (await ask()).text()).match(/<main.*<\/main>/s)?.[0] ?? ''
/** The rows of the page: certainty, right, not right. */
const rowsIn = (html: string) =>
  [...html.matchAll(/<th scope="row">([^<]*)<\/th><td class="num">(\d+)<\/td><td class="num">(\d+)<\/td>/g)].map(
    ([, certainty, right, missed]) => [certainty, Number(right), Number(missed)],
  )

/** An examinee whose questions rest on article 448-1, with two questions of practice. */
async function learner() {
  const practice = ['p1', 'p2'].map((id) => singleChoice({ id }))
  const lessons = smallCourse('any').lessons.map((lesson) => ({ ...lesson, practice }))
  const her = await examinee({ course: { lessons, second: secondForms(1), provisions: { 'cp-448-1': provision() } } })
  await callAs(her.sessionId)
  const practise = async (questionId: string, answer: Answer) => {
    const { enrolmentId } = await her.learner()
    await savePracticeAnswer(sql(), enrolmentId, { questionId, answer, releaseId: her.releaseId, seconds: 0 }, NOW)
  }
  /** Sits an exam, with the same answer and the same certainty for both questions. */
  const sit = async (answer: Answer, certainty: Certainty) => {
    const { accountId } = her
    await db().attempt.updateMany({ where: { enrolment: { accountId } }, data: { startedAt: NOW, handedInAt: NOW } })
    await her.start()
    for (const position of [1, 2]) await her.save({ position, answer, certainty })
  }
  return { ...her, practise, sit }
}

describe('what she should review', () => {
  it('comes from her practice, with the way to the lesson and to the law', async () => {
    const { courseId, practise } = await learner()
    expect(await main()).toContain(t('learning.provisions.none'))
    await practise('p1', WRONG)
    await practise('p2', RIGHT)

    const html = await main()
    expect(rowsIn(html)).toEqual([[t('learning.provisions.notGiven'), 1, 1]])
    expect(html).toContain('href="/fr/library/law/cp-448-1"')
    expect(html).toContain(`href="/fr/courses/${courseId}/lessons/offence?at=act"`)
    expect(await (await ask('/learning', getLearning)).text()).toContain('href="/fr/learning/provisions"')
  })

  it('says nothing of an exam that she may sit again, whatever she answered', async () => {
    const { practise, sit, handIn } = await learner()
    await practise('p1', RIGHT)
    const before = await main()

    await sit(WRONG, 'sure')
    expect(await main()).toBe(before)
    await handIn()
    expect(await main()).toBe(before)
    await sit(WRONG, 'guess')
    expect(await main()).toBe(before)
    await handIn()
    expect(await main()).toBe(before)
  })

  it('compares her certainty with her answers once she has passed the exam', async () => {
    const { sit, handIn } = await learner()
    await sit(RIGHT, 'guess')
    await handIn()

    const html = await main()
    expect(rowsIn(html)).toEqual([[t('exam.guess'), 2, 0]])
    expect(html).toContain(t('learning.provisions.known', { count: 1 }))
  })

  it('begins with what she was sure of and got wrong, once no attempt is left', async () => {
    const { sit, handIn } = await learner()
    for (const certainty of ['sure', 'sure', 'fairly'] as const) {
      await sit(WRONG, certainty)
      await handIn()
    }

    const html = await main()
    // Each of the three exams asked two of the six questions.
    expect(rowsIn(html)).toEqual([
      [t('exam.sure'), 0, 4],
      [t('exam.fairly'), 0, 2],
    ])
    expect(html).toContain(t('exam.result.sureWrong', { count: 4 }))
  })

  it('counts her last answer to a question that two exams asked', async () => {
    const { sit, handIn, accountId } = await learner()
    await sit(WRONG, 'sure')
    await handIn()
    const [asked] = await db().attemptQuestion.findMany({ where: { attempt: { enrolment: { accountId } } } })
    await sit(RIGHT, 'sure')
    await db().attemptQuestion.updateMany({
      where: { attempt: { enrolment: { accountId }, handedInAt: null }, position: 1 },
      data: { questionId: asked?.questionId ?? '' },
    })
    await handIn()

    expect(rowsIn(await main())).toEqual([[t('exam.sure'), 2, 1]])
  })

  it('counts her last answer to each question of a review, with her certainty', async () => {
    const { accountId, courseId, releaseId } = await learner()
    const [form] = secondForms(1)
    if (!form) throw new Error('no second form')
    await db().reviewPlan.create({ data: { accountId, courseId, startedOn: NOW } })
    const card = { accountId, courseId, questionId: form.question.id, turn: 3 }
    const { id: cardId } = await db().reviewCard.create({ data: card })
    const answer = { cardId, releaseId, certainty: 'sure', answeredAt: NOW }
    await db().reviewAnswer.createMany({
      data: [
        { ...answer, turn: 1, answer: RIGHT, right: true },
        { ...answer, turn: 2, answer: WRONG, right: false },
      ],
    })

    expect(rowsIn(await main())).toEqual([[t('exam.sure'), 0, 1]])
  })

  it('leaves out the tests of a cohort, whose key never opens', async () => {
    const today = dayOf(new Date())
    const { school, cohort } = await schoolWithBank({ fields: { startsOn: today, endsOn: nextDay(today, 30) } })
    await drawTests(school, cohort, new Date())
    const person = await insertParticipant(cohort)
    const [taker] = await insertTests(cohort, 'before', { people: 1, right: 2, at: new Date().toISOString() })
    await db().testSitting.updateMany({ where: { accountId: taker ?? '' }, data: { accountId: person.accountId } })
    await callAs(person.sessionId)

    expect(await main()).toContain(t('learning.provisions.none'))
  })

  it('is shown to nobody else', async () => {
    const { practise } = await learner()
    await practise('p1', WRONG)
    await callAs((await insertPerson()).sessionId)
    expect(await main()).toContain(t('learning.provisions.none'))
    await callAs(null)
    expect((await ask()).headers.get('location')).toContain('/fr/sign-in')
  })
})
