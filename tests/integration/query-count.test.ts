import { existsSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getQuestion } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { PUT as putAnswer } from '@/app/api/exam/answers/route'
import { PrismaClient } from '@/generated/prisma/client'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { findLearner } from '@/server/db/learners'
import { databaseUrl } from '@/server/env'
import { startExam } from '@/server/exam/start-exam'
import { sessionKey } from '@/server/keys'
import { courseOfSize } from '@/tests/support/course-of-size'
import { publish } from '@/tests/support/exam-room'
import { insertPerson } from '@/tests/support/people'

type Jar = { get: (name: string) => { value: string } | undefined }
// As Next has it: one jar of cookies for each request.
const request = vi.hoisted(() => ({ jar: { get: () => undefined } as Jar }))
vi.mock('next/headers', () => ({ cookies: async () => request.jar, headers: async () => new Headers() }))

const given = db()
let queries = 0

beforeAll(async () => {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl() }),
    log: [{ emit: 'event', level: 'query' }],
  })
  client.$on('query', () => {
    queries += 1
  })
  globalThis.prismaClient = client
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
afterAll(async () => {
  await db().$disconnect()
  globalThis.prismaClient = given
})

/** A learner in the exam of a course with so many lessons, practice questions and exam questions, all of them answered. */
async function learnerOf(size: number) {
  const { id: releaseId, courseId } = await publish(undefined, 1, courseOfSize(size))
  const { accountId, sessionId } = await insertPerson()
  const { id: enrolmentId } = await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  const numbers = Array.from({ length: size }, (_, index) => index + 1)
  const lessons = numbers.map((n) => ({ enrolmentId, lessonId: `lesson-${n}`, completedAt: new Date() }))
  await db().lessonState.createMany({ data: lessons })
  const answers = numbers.map((n) => ({ enrolmentId, questionId: `practice-${n}`, answer: ['a'] }))
  await db().practiceAnswer.createMany({ data: answers })
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  const learner = await findLearner(db(), accountId, courseId)
  if (!learner) throw new Error('not enrolled')
  await startExam(permitFor(actor, 'exam:sit', { courseId, learnerId: accountId }), learner, new Date())
  await db().attemptQuestion.updateMany({ data: { answer: ['a'] } })
  const attempt = await db().attempt.findFirstOrThrow({ where: { enrolmentId } })
  return {
    courseId,
    attemptId: attempt.id,
    token: await encode({ token: { sid: sessionId }, secret: await sessionKey() }),
  }
}
type Pages = Record<'course' | 'lesson' | 'question' | 'answer', () => Promise<Response>>

function pagesOf({ courseId, attemptId }: Awaited<ReturnType<typeof learnerOf>>): Pages {
  const base = `http://localhost:3000/ar/courses/${courseId}`
  const params = <T>(rest: T) => ({ params: Promise.resolve({ locale: 'ar', course: courseId, ...rest }) })
  const answer = { courseId, attemptId, saved: { position: 1, answer: ['b'] } }
  const headers = { 'content-type': 'application/json' }
  return {
    course: () => getCourse(new Request(base), params({})),
    lesson: () => getLesson(new Request(`${base}/lessons/lesson-1`), params({ lesson: 'lesson-1' })),
    question: () => getQuestion(new Request(`${base}/exam/1`), params({ n: '1' })),
    answer: () => putAnswer(new Request(base, { method: 'PUT', headers, body: JSON.stringify(answer) })),
  }
}

/** Queries of each page, once the release is in memory. */
async function count(size: number): Promise<Record<string, number>> {
  const learner = await learnerOf(size)
  const counts: Record<string, number> = {}
  for (const [name, ask] of Object.entries(pagesOf(learner))) {
    for (const _ of ['the first fills the memory', 'the second counts']) {
      queries = 0
      request.jar = { get: (cookie) => (cookie === 'session' ? { value: learner.token } : undefined) }
      expect((await ask()).status).toBe(200)
      counts[name] = queries
    }
  }
  return counts
}

it('asks the database as often for a course of twenty lessons and questions as for one of one', async () => {
  const small = await count(1)

  expect(small).toEqual({ course: 1, lesson: 2, question: 1, answer: 2 })
  expect(await count(20)).toEqual(small)
})
