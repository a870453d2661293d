import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getQuestion } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/route'
import { GET as getCheck } from '@/app/[locale]/(learn)/courses/[course]/exam/check/route'
import { POST as postHandIn } from '@/app/[locale]/(learn)/courses/[course]/exam/hand-in/route'
import { GET as getResult } from '@/app/[locale]/(learn)/courses/[course]/exam/result/route'
import { POST as postStart } from '@/app/[locale]/(learn)/courses/[course]/exam/start/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { GET as getCourses } from '@/app/[locale]/(public)/courses/route'
import { GET as getGlossary } from '@/app/[locale]/(public)/library/glossary/route'
import { GET as getProvision } from '@/app/[locale]/(public)/library/law/[provision]/route'
import { GET as getLaw } from '@/app/[locale]/(public)/library/law/route'
import { GET as getSearch } from '@/app/[locale]/(public)/library/search/route'
import { GET as getHome } from '@/app/[locale]/(public)/route'
import { PUT as putAnswer } from '@/app/api/exam/answers/route'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { releases } from '@/server/content/releases'
import { myCourses } from '@/server/course/my-courses'
import { database, db, sql } from '@/server/db/client'
import { findLearner } from '@/server/db/course/learners'
import { startExam } from '@/server/exam/start-exam'
import { courseOfSize } from '@/tests/support/course-of-size'
import { publish } from '@/tests/support/exam-room'
import { hearStatements } from '@/tests/support/heard-statements'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

const given = database()
let queries = 0

beforeAll(async () => {
  const heard = hearStatements(() => {
    queries += 1
  })
  database.set(heard)
  // Even on a slow machine, the newest releases stay cached from one request to the next.
  vi.useFakeTimers({ toFake: ['Date'] })
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
afterAll(async () => {
  vi.useRealTimers()
  await database().close()
  database.set(given)
})

/**
 * A learner of a course with `size` lessons, practice questions and exam questions; all lessons and practice are done.
 */
async function learnerOf(size: number) {
  const { id: releaseId, courseId } = await publish(undefined, 1, courseOfSize(size))
  const { accountId, sessionId } = await insertPerson()
  const { id: enrolmentId } = await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  const numbers = Array.from({ length: size }, (_, index) => index + 1)
  const lessons = numbers.map((n) => ({ enrolmentId, lessonId: `lesson-${n}`, completedAt: new Date() }))
  await db().lessonState.createMany({ data: lessons })
  const answers = numbers.map((n) => ({ enrolmentId, questionId: `practice-${n}`, answer: ['a'], releaseId }))
  await db().practiceAnswer.createMany({ data: answers })
  return { courseId, accountId, sessionId, enrolmentId }
}
type Her = Awaited<ReturnType<typeof learnerOf>>

const actorOf = ({ accountId, sessionId }: Her) =>
  ({ kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' }) as const

/** Starts her exam and answers every question. @returns the attempt's id. */
async function sit(her: Her): Promise<string> {
  const learner = await findLearner(sql(), her.accountId, her.courseId)
  if (!learner) throw new Error('not enrolled')
  const target = { courseId: her.courseId, learnerId: her.accountId }
  await startExam(permitFor(actorOf(her), 'exam:sit', target), learner, new Date())
  return answerAll(her)
}

async function answerAll({ enrolmentId }: Her): Promise<string> {
  const attempt = await db().attempt.findFirstOrThrow({ where: { enrolmentId } })
  await db().attemptQuestion.updateMany({ where: { attemptId: attempt.id }, data: { answer: ['a'] } })
  return attempt.id
}

const BASE = 'http://localhost:3000/ar'
const params = <T>(rest: T) => ({ params: Promise.resolve({ locale: 'ar', ...rest }) })
const form = (fields: Record<string, string>) =>
  new Request(BASE, { method: 'POST', body: new URLSearchParams(fields) })

/** The number of queries for one of her requests. */
async function queriesOf({ sessionId }: Her, ask: () => Promise<Response>, status = 200): Promise<number> {
  await callAs(sessionId)
  queries = 0
  expect((await ask()).status).toBe(status)
  return queries
}

type Pages = Record<string, () => Promise<Response>>

/** The number of queries for each page, once its content is cached. */
async function queriesOfEach(her: Her, pages: Pages): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [name, ask] of Object.entries(pages)) {
    await queriesOf(her, ask)
    counts[name] = await queriesOf(her, ask)
  }
  return counts
}

async function countPages(size: number): Promise<Record<string, number>> {
  const her = await learnerOf(size)
  const { courseId: course } = her
  const answer = { courseId: course, attemptId: await sit(her), saved: { position: 1, answer: ['b'] } }
  const headers = { 'content-type': 'application/json' }
  const page = new Request(`${BASE}/courses/${course}`)
  return queriesOfEach(her, {
    home: () => getHome(page, params({})),
    catalogue: () => getCourses(page, params({})),
    course: () => getCourse(page, params({ course })),
    lesson: () => getLesson(page, params({ course, lesson: 'lesson-1' })),
    question: () => getQuestion(page, params({ course, n: '1' })),
    answer: () => putAnswer(new Request(BASE, { method: 'PUT', headers, body: JSON.stringify(answer) })),
    check: () => getCheck(page, params({ course })),
  })
}

it('needs as many queries for a course of twenty lessons and questions as for a course of one', async () => {
  const small = await countPages(1)

  expect(small).toEqual({ home: 4, catalogue: 3, course: 1, lesson: 1, question: 1, answer: 2, check: 1 })
  expect(await countPages(20)).toEqual(small)
})

/** The exam from its start to the result, with a query count for each step. */
async function countExam(size: number): Promise<Record<string, number>> {
  const her = await learnerOf(size)
  const { courseId: course } = her
  const page = new Request(`${BASE}/courses/${course}/exam/result`)
  await queriesOf(her, () => getCourse(page, params({ course }))) // this caches its release
  const start = await queriesOf(her, () => postStart(form({ a: 'b' }), params({ course })), 303)
  const attempt = await answerAll(her)
  const handIn = await queriesOf(her, () => postHandIn(form({ attempt }), params({ course })), 303)
  return { start, handIn, ...(await queriesOfEach(her, { result: () => getResult(page, params({ course })) })) }
}

it('needs as many queries to start, hand in and show an exam of twenty questions as an exam of one', async () => {
  const small = await countExam(1)

  expect(small.result).toBeLessThanOrEqual(3)
  expect(await countExam(20)).toEqual(small)
})

it('shows my learning with as many queries for four courses as for one', async () => {
  const countFor = async (courses: number) => {
    const her = await learnerOf(20)
    await sit(her)
    for (let more = 1; more < courses; more++) {
      const { id: releaseId, courseId } = await publish(undefined, 1, courseOfSize(3))
      await db().enrolment.create({ data: { accountId: her.accountId, courseId, releaseId } })
    }
    const permit = permitFor(actorOf(her), 'account:read', { accountId: her.accountId })
    expect((await myCourses(permit, new Date())).courses).toHaveLength(courses)
    const page = new Request(`${BASE}/learning`)
    return queriesOfEach(her, { learning: () => getLearning(page, params({})) })
  }

  const one = await countFor(1)

  expect(one).toEqual({ learning: 22 })
  expect(await countFor(4)).toEqual(one)
})

it('asks the database only for the session on pages of the library', async () => {
  const page = new Request(`${BASE}/library/search?q=%D8%A7%D9%84%D8%A7%D8%AA%D8%AC%D8%A7%D8%B1`)
  const her = await learnerOf(1)
  releases.reset()

  expect(
    await queriesOfEach(her, {
      law: () => getLaw(page, params({})),
      provision: () => getProvision(page, params({ provision: 'cp-448-1' })),
      glossary: () => getGlossary(page, params({})),
      search: () => getSearch(page, params({})),
    }),
  ).toEqual({ law: 1, provision: 1, glossary: 1, search: 1 })
})
