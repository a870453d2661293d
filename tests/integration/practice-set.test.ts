import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getResult } from '@/app/[locale]/(learn)/courses/[course]/exam/result/route'
import { GET, POST } from '@/app/[locale]/(learn)/courses/[course]/practice-set/route'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getReport } from '@/app/[locale]/(public)/report/route'
import type { Course } from '@/domain/course/course'
import { reservedForRetention } from '@/domain/course/reserved-for-retention'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { forgetNewestReleases, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { singleChoice } from '@/tests/support/course-factories'
import { examinee, publish, RIGHT, WRONG } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { secondForms } from '@/tests/support/second-forms'
import { makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const of = (course: string) => ({ params: Promise.resolve({ locale: 'fr', course }) })
const looked = (course: string, query = '') =>
  GET(new Request(`http://localhost:3000/fr/courses/${course}/practice-set${query}`), of(course))
const seen = async (course: string, query = '') => (await looked(course, query)).text()
const learning = async () => (await getLearning(new Request('http://localhost:3000/fr/learning'), of(''))).text()
const result = async (course: string) =>
  (await getResult(new Request(`http://localhost:3000/fr/courses/${course}/exam/result`), of(course))).text()

function answer(course: string, fields: Record<string, string>) {
  const headers = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams(fields)
  return POST(
    new Request(`http://localhost:3000/fr/courses/${course}/practice-set`, { method: 'POST', body, headers }),
    of(course),
  )
}

/** A learner who has failed the exam of a course with these second forms. */
async function failed({ second = secondForms(12) }: Pick<Course, 'second'> = {}) {
  const her = await examinee({ course: { second } })
  await her.start()
  await her.answerAll(WRONG)
  await her.handIn()
  forgetNewestReleases()
  await callAs(her.sessionId)
  return { ...her, second }
}

const stemsIn = (html: string) => [...html.matchAll(/texte (?:again|stem) [\w-]+/g)].map(([stem]) => stem)
const linkTo = (course: string) => `href="/fr/courses/${course}/practice-set"`

describe('after a failed exam', () => {
  it('the result and “my learning” lead to questions on its objectives, each judged and explained', async () => {
    const { courseId } = await failed()
    expect(await result(courseId)).toContain(linkTo(courseId))
    expect(await learning()).toContain(linkTo(courseId))
    const list = await seen(courseId)
    expect(list).toContain('texte qualify')
    const [, first] = list.match(/practice-set\?question=([\w-]+)"/) ?? []

    expect(await seen(courseId, `?question=${first}`)).toContain(`texte again ${first}`)
    const answered = await answer(courseId, { question: `${first}`, a: 'b' })
    expect(answered.status).toBe(303)
    const to = new URL(answered.headers.get('location') ?? '', 'http://localhost:3000')
    const judged = await seen(courseId, to.search)
    expect(judged).toContain(t('practice.incorrect'))
    expect(judged).toContain(`texte because of ${first}`)
    expect(judged).toContain(t('practice.set.next'))
  })

  it('the set asks each of its questions as often as she likes, and keeps no answer', async () => {
    const { courseId, accountId, second } = await failed()
    const reserved = reservedForRetention({ second })
    const asked = second.map(({ question }) => question.id).filter((id) => !reserved.has(id))
    const row = () => db().practiceAnswer.count({ where: { enrolment: { accountId } } })

    for (const id of [...asked, ...asked]) expect((await answer(courseId, { question: id, a: 'a' })).status).toBe(303)
    expect(await row()).toBe(0)
    expect(asked).toHaveLength(6)
  })

  it('she can report an error in a question of the set, and sees no other question that way', async () => {
    const { courseId, second } = await failed()
    const reserved = reservedForRetention({ second })
    const [own = '', kept = ''] = [false, true].map(
      (isKept) => second.find(({ question }) => reserved.has(question.id) === isKept)?.question.id,
    )
    const report = async (question: string) => {
      const query = new URLSearchParams({ page: `/courses/${courseId}/practice-set`, question })
      const form = await getReport(new Request(`http://localhost:3000/fr/report?${query}`), of(courseId))
      return { status: form.status, html: await form.text() }
    }

    expect((await report(own)).html).toContain(`texte again ${own}`)
    const refused = await report(kept)
    expect([refused.status, refused.html.includes(`texte again ${kept}`)]).toEqual([404, false])
    await callAs((await insertPerson()).sessionId)
    expect((await report(own)).status).toBe(404)
  })

  it('the set never shows a question of the bank, nor one reserved for the recall tests', async () => {
    const { courseId, second } = await failed()
    const reserved = reservedForRetention({ second })
    const shown = [await seen(courseId)]
    for (const { question } of second.filter(({ question }) => !reserved.has(question.id)))
      shown.push(await seen(courseId, `?question=${question.id}`), await seen(courseId, `?question=${question.id}&a=b`))

    expect(new Set(shown.flatMap(stemsIn)).size).toBe(6)
    for (const html of shown) {
      expect(html).not.toMatch(/texte stem|"q[1-6]"|question=q\d/)
      for (const id of reserved) expect(html).not.toContain(id)
    }
    for (const id of ['q1', 'q2', ...reserved, 'none']) {
      expect((await looked(courseId, `?question=${id}`)).status).toBe(404)
      expect((await answer(courseId, { question: id, a: 'a' })).status).toBe(404)
    }
  })

  it('the set is the same whichever questions of the bank she missed', async () => {
    const { courseId, save, start, handIn, accountId } = await failed()
    const list = await seen(courseId)
    await db().attempt.updateMany({ where: { enrolment: { accountId } }, data: { handedInAt: new Date('2026-11-01') } })
    await start()
    await save({ position: 1, answer: RIGHT })
    await save({ position: 2, answer: WRONG })
    await handIn()

    expect((await seen(courseId)).match(/<main.*<\/main>/s)).toEqual(list.match(/<main.*<\/main>/s))
  })

  it('the set asks a question again if no field was filled in', async () => {
    const { courseId } = await failed()
    const [, id] = (await seen(courseId)).match(/question=([\w-]+)"/) ?? []
    const { headers } = await answer(courseId, { question: `${id}` })
    const again = await seen(courseId, new URL(headers.get('location') ?? '', 'http://localhost:3000').search)

    expect(again).toContain(t('practice.chooseOne'))
    expect(again).not.toContain('because of')
  })
})

describe('there is no set', () => {
  it('while she sits the exam, and the page says so', async () => {
    const { courseId, start, accountId } = await failed()
    await db().attempt.updateMany({ where: { enrolment: { accountId } }, data: { handedInAt: new Date('2026-11-01') } })
    const [, id] = (await seen(courseId)).match(/question=([\w-]+)"/) ?? []
    await start()

    for (const html of [await seen(courseId), await seen(courseId, `?question=${id}`)]) {
      expect(html).toContain(t('practice.set.sitting'))
      expect(stemsIn(html)).toEqual([])
    }
    expect((await answer(courseId, { question: `${id}`, a: 'a' })).status).toBe(404)
    for (const html of [await learning(), await result(courseId)]) expect(html).not.toContain(linkTo(courseId))
  })

  it('in a course without second forms: the lessons to read again are named instead', async () => {
    const without = await examinee()
    await without.start()
    await without.handIn()
    forgetNewestReleases()
    await callAs(without.sessionId)

    for (const html of [await learning(), await result(without.courseId)])
      expect(html).not.toContain(linkTo(without.courseId))
    const html = await seen(without.courseId)
    expect(html).toContain(t('practice.set.noQuestions'))
    expect(html).toContain(`href="/fr/courses/${without.courseId}/lessons/offence"`)
    expect(html).not.toContain(t('practice.set.begin'))
  })

  it('before an exam is handed in, after one without a wrong answer, and once its answers are deleted', async () => {
    const her = await examinee({ course: { second: secondForms(12) } })
    await callAs(her.sessionId)
    expect(await seen(her.courseId)).toContain(t('practice.set.nothing'))
    await her.start()
    await her.answerAll(RIGHT)
    await her.handIn()
    expect(await seen(her.courseId)).toContain(t('practice.set.nothing'))
    expect(await result(her.courseId)).not.toContain(linkTo(her.courseId))

    const { courseId, attempt } = await failed()
    const { id: attemptId } = await attempt()
    await db().attemptQuestion.deleteMany({ where: { attemptId } })
    expect(await seen(courseId)).toContain(t('practice.set.nothing'))
  })

  it('for another person, nor for somebody who is signed out', async () => {
    const { courseId } = await failed()
    await callAs((await insertPerson()).sessionId)
    expect((await looked(courseId)).status).toBe(403)
    await callAs(null)
    expect((await looked(courseId)).status).toBe(303)
    expect((await looked('no-such-course')).status).toBe(404)
  })

  it('in a closed course that she has left', async () => {
    const { courseId, accountId } = await failed()
    await db().$executeRaw`update "Release" set content = jsonb_set(content, '{file,access}', '"closed"')
      where "courseId" = ${courseId}`
    releases.reset()
    expect((await looked(courseId)).status).toBe(200)
    const institutionId = await makeInstitution('commission')
    await db().role.create({ data: { accountId, institutionId, role: 'learner', endedAt: new Date() } })

    expect((await looked(courseId)).status).toBe(403)
    expect((await answer(courseId, { question: 'qualify-s1', a: 'a' })).status).toBe(403)
  })
})

it('takes second forms from the newest release if the release of the exam has none', async () => {
  const her = await examinee()
  await her.start()
  await her.handIn()
  await publish(her.courseId, 2, { second: secondForms(3), bank: [singleChoice({ id: 'q9' })] })
  forgetNewestReleases()
  await callAs(her.sessionId)

  expect(await seen(her.courseId, '?question=qualify-s1')).toContain('texte again qualify-s1')
})
