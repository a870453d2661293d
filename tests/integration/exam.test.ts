import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { POST as postAnswer } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/answer/route'
import { GET as getQuestion } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/route'
import { POST as postHandIn } from '@/app/[locale]/(learn)/courses/[course]/exam/hand-in/route'
import { PUT as putAnswer } from '@/app/api/exam/answers/route'
import { changeNames } from '@/server/account/change-profile'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { paperOf } from '@/server/certificate/paper-of'
import { loadRelease } from '@/server/content/releases'
import { asLearnerCourse } from '@/server/course/learner-course'
import { db, sql } from '@/server/db/client'
import { findAfterExam } from '@/server/db/exam/after-exam'
import { databaseUrl } from '@/server/env'
import { readAttempt } from '@/server/exam/attempt-session'
import { readResult } from '@/server/exam/read-result'
import { saveAnswer } from '@/server/exam/save-answer'
import { examinee, publish, RIGHT, WRONG } from '@/tests/support/exam-room'
import { holdRow, untilWaiting } from '@/tests/support/held-row'
import { insertLearningRecord } from '@/tests/support/learning-record'
import { callAs } from '@/tests/support/next-headers'
import { mayChange, PASSWORD } from '@/tests/support/people'

const ANSWERS = 'http://localhost:3000/api/exam/answers'
const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

/** Runs work on a server whose own clock differs from the clock of the database by `hours`. */
async function atServerTime<T>(hours: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: later(hours) })
  try {
    return await work()
  } finally {
    vi.useRealTimers()
  }
}
const twenty = <T>(work: (index: number) => Promise<T>) => Array.from({ length: 20 }, (_, index) => work(index))

describe('the start', () => {
  it('makes one attempt for twenty taps', async () => {
    const her = await examinee()

    await Promise.all(twenty(() => her.start()))

    expect((await her.learner()).attempts).toHaveLength(1)
    expect(await her.questions()).toHaveLength(2)
  })

  it('is locked until the lessons are done', async () => {
    const her = await examinee({ lessonsDone: false })
    await expect(her.start()).rejects.toMatchObject({ code: 'exam-locked' })

    await her.finishLessons()
    await her.start()

    expect((await her.learner()).attempts).toHaveLength(1)
  })

  it('waits a day after an attempt that failed, also for twenty taps at once', async () => {
    const her = await examinee()
    await her.start()
    await her.handIn()

    const early = await Promise.allSettled(twenty(() => her.start(later(23.9))))
    expect(early.map((tap) => tap.status === 'rejected' && tap.reason.code)).toEqual(
      Array(20).fill('exam-cooling-down'),
    )

    await Promise.all(twenty(() => her.start(later(24.1))))
    expect((await her.learner()).attempts.map(({ number }) => number)).toEqual([1, 2])
  })

  it('gives three attempts, each with questions she has not seen', async () => {
    const her = await examinee()
    const seen: string[] = []
    for (const day of [0, 25, 50]) {
      await her.start(later(day))
      seen.push(...(await her.questions()).map(({ questionId }) => questionId))
      await her.handIn()
    }

    expect(new Set(seen).size).toBe(6)
    await expect(her.start(later(75))).rejects.toMatchObject({ code: 'no-attempts-left' })
  })

  it('gives no attempt to a learner who has passed', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(RIGHT)
    await her.handIn()

    await expect(her.start(later(48))).rejects.toMatchObject({ code: 'already-handed-in' })
    expect((await her.learner()).attempts).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('is kept with its certainty and its flag, until it is changed or cleared', async () => {
    const her = await examinee()
    await her.start()
    await her.save({ answer: WRONG, certainty: 'guess' })
    await her.save({ flagged: true })
    expect((await her.questions())[0]).toMatchObject({ answer: WRONG, certainty: 'guess', flagged: true })

    await her.save({ answer: null })
    expect((await her.questions())[0]).toMatchObject({ answer: null, certainty: 'guess', flagged: true })
  })

  it('that waited for the network does not overwrite a newer one of another device', async () => {
    const her = await examinee()
    await her.start()

    expect(await her.save({ answer: RIGHT })).toBe('saved')
    expect(await her.save({ answer: WRONG, ageMs: 60_000 })).toBe('stale')
    expect((await her.questions())[0]?.answer).toEqual(RIGHT)
    expect(await her.save({ answer: WRONG })).toBe('saved')
  })

  it('and a flag do not make each other stale: each has its own time', async () => {
    const her = await examinee()
    await her.start()
    await her.save({ flagged: true })

    expect(await her.save({ answer: RIGHT, ageMs: 60_000 })).toBe('saved')
    expect(await her.save({ flagged: false, certainty: 'sure', ageMs: 30_000 })).toBe('stale')
    expect((await her.questions())[0]).toMatchObject({ answer: RIGHT, certainty: 'sure', flagged: true })
  })

  it('given soon after another one is kept, even if a slow network delayed the first one', async () => {
    const her = await examinee()
    await her.start()
    // The first answer was given five seconds ago and arrives only now; the second one waited behind it.
    const given = Date.now() - 5000

    expect(await her.save({ answer: WRONG, givenAt: given })).toBe('saved')
    expect(await her.save({ answer: RIGHT, givenAt: given + 300, ageMs: 4700 })).toBe('saved')
    expect((await her.questions())[0]?.answer).toEqual(RIGHT)
  })

  it('is ordered by one clock, whatever the clocks of two servers say', async () => {
    const her = await examinee()
    await her.start()
    await atServerTime(1, () => her.save({ answer: WRONG }))

    expect(await her.save({ answer: RIGHT })).toBe('saved')
  })

  it.each([
    ['with nothing where the page wants no word', { prefer: 'return=minimal' }, [204, ''], 0],
    ['with a word to a page of before', {}, [200, '{"outcome":"saved"}'], 0],
    ['with a word when it came too late', { prefer: 'return=minimal' }, [200, '{"outcome":"stale"}'], 60_000],
  ])('is acknowledged %s', async (_, prefer, answered, ageMs) => {
    const her = await examinee()
    await her.start()
    await her.save({ answer: WRONG })
    await callAs(her.sessionId)
    const saved = { position: 1, answer: RIGHT, ageMs }
    const body = JSON.stringify({ courseId: her.courseId, attemptId: (await her.attempt()).id, saved })
    const headers = { 'content-type': 'application/json', ...prefer }

    const answer = await putAnswer(new Request(ANSWERS, { method: 'PUT', headers, body }))

    expect([answer.status, await answer.text()]).toEqual(answered)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await her.questions())[0]?.answer).toEqual(ageMs ? WRONG : RIGHT)
  })

  it('that does not fit its question is refused, and the one before is kept', async () => {
    const her = await examinee()
    await her.start()
    await her.save({ answer: RIGHT })

    for (const answer of [['z'], ['a', 'b'], ['a', 'a'], [], { p1: 'a' }]) {
      await expect(her.save({ answer }), JSON.stringify(answer)).rejects.toMatchObject({ code: 'invalid-input' })
    }
    await expect(her.save({ position: 3, answer: RIGHT })).rejects.toMatchObject({ code: 'not-found' })
    expect((await her.questions())[0]?.answer).toEqual(RIGHT)
  })

  it('comes too late after the hand-in', async () => {
    const her = await examinee()
    await her.start()
    await her.save({ answer: WRONG })
    await her.handIn()

    await expect(her.save({ answer: RIGHT })).rejects.toMatchObject({ code: 'already-handed-in' })
    expect((await her.questions())[0]?.answer).toEqual(WRONG)
  })

  it('given while the exam is being graded is refused: it would remain ungraded', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(RIGHT)
    const letGo = await holdRow('Release', 'id = $1', [her.releaseId])
    const handedIn = her.handIn() // everything is graded; the certificate waits for the locked release
    await untilWaiting(1, handedIn)
    const saved = her.save({ answer: WRONG })
    await untilWaiting(2, saved)
    await letGo()

    await expect(saved).rejects.toMatchObject({ code: 'already-handed-in' })
    await handedIn
    expect((await her.questions())[0]?.answer).toEqual(RIGHT)
  })

  it('that is being saved when the exam is handed in is graded with the others', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(WRONG)
    const { id } = await her.attempt()
    const letGo = await holdRow('AttemptQuestion', '"attemptId" = $1 and position = 1', [id])
    const saved = her.save({ answer: RIGHT })
    await untilWaiting(1, saved)
    const handedIn = her.handIn()
    await untilWaiting(2, handedIn)
    await letGo()

    expect(await saved).toBe('saved')
    await handedIn
    expect(await her.attempt()).toMatchObject({ earned: 1, possible: 2 })
  })
})

describe('a server whose clock is an hour behind or ahead', () => {
  const question = (her: Awaited<ReturnType<typeof examinee>>, n: string) =>
    getQuestion(new Request(`http://localhost:3000/fr/courses/${her.courseId}/exam/${n}`), {
      params: Promise.resolve({ locale: 'fr', course: her.courseId, n }),
    })

  it.each([-1, 1])('saves every answer and dates the exam by the database (%i h)', async (hours) => {
    const her = await examinee()
    await callAs(her.sessionId)
    const before = Date.now()
    await her.start()
    const { id } = await her.attempt()
    await her.save({ position: 1, answer: WRONG })

    const outcomes = await atServerTime(hours, async () => {
      const html = await (await question(her, '1')).text()
      // The page's script counts from the time at which the page was rendered.
      const givenAt = Number(html.match(/data-now="(\d+)"/)?.[1]) + 5
      const saved = [await her.save({ position: 1, answer: RIGHT, givenAt })]
      saved.push(await her.save({ position: 2, answer: RIGHT, givenAt: givenAt + 5 }))
      await her.handIn()
      return saved
    })

    expect(outcomes).toEqual(['saved', 'saved'])
    const { startedAt, handedInAt, questions } = await db().attempt.findUniqueOrThrow({
      where: { id },
      include: { questions: { orderBy: { position: 'asc' } } },
    })
    const [certificate] = await her.certificates()
    const times = [startedAt, ...questions.map(({ answeredAt }) => answeredAt), handedInAt].map(Number)
    expect(times.toSorted((a, b) => a - b)).toEqual(times)
    expect(certificate?.issuedAt).toEqual(handedInAt)
    for (const time of times) expect(Math.abs(time - before)).toBeLessThan(5 * 60_000)
  })

  it('never dates a hand-in before a start that such a server once wrote', async () => {
    const her = await examinee()
    await her.start()
    const { id } = await her.attempt()
    const startedAt = later(1)
    await db().attempt.update({ where: { id }, data: { startedAt } })

    await her.handIn()

    expect((await db().attempt.findUniqueOrThrow({ where: { id } })).handedInAt).toEqual(startedAt)
  })
})

describe('another learner', () => {
  const params = <T>(value: T) => ({ params: Promise.resolve(value) })
  const form = (fields: Record<string, string>) =>
    new Request('http://localhost:3000/', { method: 'POST', body: new URLSearchParams(fields) })

  it('can neither answer nor hand in', async () => {
    const her = await examinee()
    await her.start()
    await her.save({ answer: WRONG })
    const { id } = await her.attempt()
    const other = await examinee()
    await db().enrolment.create({
      data: { accountId: other.accountId, courseId: her.courseId, releaseId: her.releaseId },
    })
    await callAs(other.sessionId)

    const place = { locale: 'fr', course: her.courseId }
    const saved = { position: 1, answer: RIGHT }
    const body = JSON.stringify({ courseId: her.courseId, attemptId: id, saved })
    const headers = { 'content-type': 'application/json' }
    const answers = [
      await putAnswer(new Request(ANSWERS, { method: 'PUT', headers, body })),
      await postAnswer(form({ attempt: id, go: '2', a: 'a' }), params({ ...place, n: '1' })),
      await postHandIn(form({ attempt: id }), params(place)),
    ]

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    expect((await her.questions())[0]?.answer).toEqual(WRONG)
    expect((await her.attempt()).handedInAt).toBeNull()
  })

  it('is refused by the database too, even if a route allowed it', async () => {
    const her = await examinee()
    await her.start()
    const other = await examinee()

    const saving = saveAnswer(other.permit, await her.attempt(), { position: 1, answer: RIGHT, ageMs: 0 })

    await expect(saving).rejects.toMatchObject({ code: 'already-handed-in' })
    expect((await her.questions())[0]?.answer).toBeNull()
  })
})

describe('the hand-in', () => {
  it('gives one grade and one certificate for twenty at once', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(RIGHT)

    await Promise.all(twenty(() => her.handIn()))

    const { handedInAt, ...attempt } = await her.attempt()
    expect(attempt).toMatchObject({ earned: 2, possible: 2, passed: true })
    expect(await her.certificates()).toMatchObject([{ attemptId: attempt.id, issuedAt: handedInAt }])
  })

  it('issues nothing while a lesson is not done', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(RIGHT)
    const where = { enrolmentId: (await her.learner()).enrolmentId }
    await db().lessonState.updateMany({ where, data: { completedAt: null } })

    await her.handIn()

    expect(await her.attempt()).toMatchObject({ passed: true })
    expect(await her.certificates()).toEqual([])
  })

  it('succeeds after a server has died in the middle of another one', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(RIGHT)
    const { id } = await her.attempt()
    const dying = new pg.Client({ connectionString: databaseUrl() })
    dying.on('error', () => {})
    await dying.connect()
    await dying.query('begin')
    await dying.query('select id from "Attempt" where id = $1 for update', [id])
    await dying.query('update "Attempt" set "handedInAt" = now(), passed = false, earned = 0 where id = $1', [id])
    const handedIn = her.handIn()
    // It may be refused or not, depending on whether it comes before or after the hand-in. The rejection is handled
    // here already, because it may come at once.
    const saved = her.save({ flagged: true }).catch(() => {})
    // To the database, a killed process is a connection that breaks off.
    const { rows } = await dying.query('select pg_backend_pid() as pid')
    await db().$queryRaw`select pg_terminate_backend(${rows[0].pid}::int)`

    await handedIn
    await saved
    expect(await her.attempt()).toMatchObject({ earned: 2, passed: true })
    expect(await her.certificates()).toHaveLength(1)
  })

  it('waits for a deletion of the account, and is then refused', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(RIGHT)
    const elsewhere = await insertLearningRecord(her.accountId, `${her.courseId}-elsewhere`)
    const letGo = await holdRow('Certificate', 'id = $1', [elsewhere.id])
    const deleted = deleteAccount(mayChange(her), PASSWORD, { address: '192.0.2.1', now: new Date() })
    await untilWaiting(1, deleted)
    const handedIn = her.handIn()
    await untilWaiting(2, handedIn)
    await letGo()

    await expect(handedIn).rejects.toMatchObject({ code: 'not-found' })
    expect(await deleted).toEqual({ status: 'deleted' })
    expect(await db().certificate.count({ where: { courseId: her.courseId } })).toBe(0)
  })

  it('makes a change of her names wait, so that certificate and account agree', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(RIGHT)
    const letGo = await holdRow('Release', 'id = $1', [her.releaseId])
    const handedIn = her.handIn()
    await untilWaiting(1, handedIn)
    const changed = changeNames(mayChange(her), { nameArabic: 'فاطمة الزهراء', nameLatin: 'Fatima Zahra' })
    await untilWaiting(2, changed)
    await letGo()

    await handedIn
    expect(await changed).toBe('frozen')
    const account = await db().account.findUniqueOrThrow({ where: { id: her.accountId } })
    expect((await her.certificates())[0]?.nameLatin).toBe(account.nameLatin)
  })
})

describe('a new release', () => {
  it('leaves an attempt under way, its questions and its key alone', async () => {
    const her = await examinee()
    await her.start()
    const drawn = await her.questions()
    await publish(her.courseId, 2, { bank: [] })

    await her.answerAll(RIGHT)
    const sitting = await readAttempt(her.permit, await her.attempt())
    await her.handIn()

    expect(sitting.release.number).toBe(1)
    expect(sitting.questions.map(({ key }) => key.id)).toEqual(drawn.map(({ questionId }) => questionId))
    expect(await her.attempt()).toMatchObject({ earned: 2, passed: true, releaseId: her.releaseId })
    expect(await her.certificates()).toMatchObject([{ releaseId: her.releaseId }])
  })
})

describe('the result', () => {
  const resultOf = async (her: Awaited<ReturnType<typeof examinee>>, number: string | null = null) => {
    const learner = await her.learner()
    const { availability } = asLearnerCourse(await loadRelease(her.releaseId), learner, later(1))
    return readResult(her.permit, learner, availability, number)
  }

  it('is null before the first hand-in, and not found for an attempt that is not handed in', async () => {
    const her = await examinee()
    await her.start()

    expect(await resultOf(her)).toBeNull()
    await expect(resultOf(her, '1')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tells after a failed attempt what to read again, each passage once, and holds no question', async () => {
    const her = await examinee()
    await her.start()
    await her.answerAll(WRONG)
    await her.handIn()

    const result = await resultOf(her)
    expect(result).toMatchObject({ questions: null, passRate: 0.7 })
    expect(result?.objectives).toMatchObject([
      { objective: 'qualify', earned: 0, possible: 2, reread: ['offence#act'] },
    ])
  })

  it('shows the key once she has passed, with the points of each answer, also for an earlier attempt', async () => {
    const her = await examinee()
    await her.start()
    await her.save({ position: 1, answer: RIGHT })
    await her.handIn()
    await her.start(later(25))
    await her.answerAll(RIGHT)
    await her.handIn()

    expect(await resultOf(her)).toMatchObject({ questions: [{ points: 1 }, { points: 1 }] })
    expect(await resultOf(her, '1')).toMatchObject({ questions: [{ points: 1 }, { points: 0 }] })
  })
})

describe('what comes after the exam', () => {
  it('includes her certificate as its paper shows it, and the courses that she has already begun', async () => {
    const her = await examinee()
    const other = await publish()
    await db().enrolment.create({ data: { accountId: her.accountId, courseId: other.courseId, releaseId: other.id } })
    await her.start()
    await her.answerAll(RIGHT)
    await her.handIn()
    const [issued] = await her.certificates()
    const learner = await her.learner()

    const { held, begun } = await findAfterExam(sql(), her.accountId, learner.certificate)
    expect(held).toMatchObject({ id: issued?.id, number: issued?.number, issuedAt: issued?.issuedAt })
    expect(begun.toSorted()).toEqual([her.courseId, other.courseId].toSorted())
    const paper = held && (await paperOf(held, 'ar'))
    expect(paper).toMatchObject({ facts: { status: 'valid' }, nameArabic: issued?.nameArabic })
    expect(paper?.link).toContain(issued?.shareToken)
  })

  it('includes no certificate if she holds none', async () => {
    const her = await examinee()

    expect(await findAfterExam(sql(), her.accountId, null)).toEqual({ held: null, begun: [her.courseId] })
  })
})
