import { existsSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/[locale]/(learn)/courses/[course]/exam/result/route'
import { POST } from '@/app/[locale]/(learn)/courses/[course]/exam/tell-me/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { loadRelease } from '@/server/content/releases'
import { asLearnerCourse } from '@/server/course/learner-course'
import { db, sql } from '@/server/db/client'
import { findLearner } from '@/server/db/course/learners'
import { askToTryAgain, sendRetryLetters, tryAgainRequest } from '@/server/exam/try-again'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
beforeEach(async () => {
  await db().mail.deleteMany()
  await db().tryAgain.deleteMany()
})

const NOW = new Date('2026-11-25T10:00:00Z')
const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS)
/** The wait of the course of these tests. */
const COOL_DOWN = 24

/** A learner who has failed the exam at `at`. */
async function failed(at = NOW) {
  const cohort = await makeCohort(await makeSchool())
  const her = await insertParticipant(cohort, { now: at, done: true })
  const { accountId, sessionId } = her
  const { courseId, releaseId } = cohort
  const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { accountId } })
  const result = { startedAt: at, handedInAt: at, passed: false, earned: 0, possible: 2 }
  const { id: attemptId } = await db().attempt.create({ data: { enrolmentId, releaseId, number: 1, ...result } })
  const person = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'fr' } as const
  const permit = permitFor(person, 'exam:sit', { courseId, learnerId: accountId })
  const now = async (at: Date) => {
    const learner = await findLearner(sql(), accountId, courseId)
    if (!learner) throw new Error('not enrolled')
    const { availability } = asLearnerCourse(await loadRelease(learner.releaseId), learner, at)
    return { learner, availability }
  }
  const ask = async (wanted = true, at = NOW) => {
    const { learner, availability } = await now(at)
    return askToTryAgain(permit, learner, availability, wanted, at)
  }
  const telling = async (at = NOW) => {
    const { learner, availability } = await now(at)
    return tryAgainRequest(permit, learner, availability)
  }
  return { ...her, attemptId, enrolmentId, releaseId, courseId, ask, telling }
}
const mailsOf = ({ accountId }: { accountId: string }) => db().mail.findMany({ where: { accountId } })

describe('a learner who asked to be told when she may try again', () => {
  it('is told once, when the wait is over, with the way to the exam', async () => {
    const her = await failed()
    expect(await her.telling()).toEqual({ asked: false })
    for (let press = 0; press < 2; press += 1) await her.ask()
    expect(await her.telling()).toEqual({ asked: true })

    expect(await sendRetryLetters(later(COOL_DOWN - 0.01))).toBe(0)
    expect(await sendRetryLetters(later(COOL_DOWN))).toBe(1)
    expect(await sendRetryLetters(later(COOL_DOWN + 1))).toBe(0)

    expect(await mailsOf(her)).toMatchObject([
      { kind: 'tryAgain', letter: { link: expect.stringMatching(new RegExp(`/fr/courses/${her.courseId}/exam$`)) } },
    ])
  })

  it('is told once by several processes at once', async () => {
    const her = await failed()
    await her.ask()

    const told = await Promise.all([1, 2, 3, 4].map(() => sendRetryLetters(later(COOL_DOWN))))

    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await mailsOf(her)).toHaveLength(1)
  })

  it('is told by the next run if one dies half-way', async () => {
    const her = await failed()
    await her.ask()
    const broken = vi.spyOn(await import('@/server/mail/store-letters'), 'storeNecessary')
    broken.mockRejectedValueOnce(new Error('connection lost'))
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    expect(await sendRetryLetters(later(COOL_DOWN))).toBe(0)
    broken.mockRestore()
    log.mockRestore()
    expect(await mailsOf(her)).toEqual([])

    expect(await sendRetryLetters(later(COOL_DOWN + 0.1))).toBe(1)
  })

  it('is not told if she takes it back', async () => {
    const her = await failed()
    await her.ask()
    await her.ask(false)

    expect(await sendRetryLetters(later(COOL_DOWN))).toBe(0)
    expect(await her.telling()).toEqual({ asked: false })
  })

  it('is not told of an attempt that she has begun, nor after her account was disabled', async () => {
    const [her, other] = [await failed(), await failed()]
    for (const one of [her, other]) await one.ask()
    const { enrolmentId, releaseId } = her
    await db().attempt.create({ data: { enrolmentId, releaseId, number: 2, startedAt: later(COOL_DOWN) } })
    await db().account.update({ where: { id: other.accountId }, data: { disabledAt: NOW } })

    expect(await sendRetryLetters(later(COOL_DOWN))).toBe(0)
    expect(await db().tryAgain.count()).toBe(0)
  })

  it('is told later if the exam of her cohort opens later', async () => {
    const her = await failed()
    await her.ask()
    await db().cohort.updateMany({ data: { endsOn: new Date('2026-12-31') } })
    await db().cohortCourse.updateMany({ data: { examOpensOn: new Date('2026-12-01') } })

    expect(await sendRetryLetters(later(COOL_DOWN))).toBe(0)
    expect(await sendRetryLetters(new Date('2026-11-30T23:00:00Z'))).toBe(1)
  })

  it('is told once she has completed again the lesson that she had taken back', async () => {
    const her = await failed()
    await her.ask()
    const lessons = { where: { enrolment: { accountId: her.accountId } } }
    await db().lessonState.updateMany({ ...lessons, data: { completedAt: null } })
    await sendRetryLetters(later(COOL_DOWN + 1))
    expect(await mailsOf(her)).toEqual([])

    await db().lessonState.updateMany({ ...lessons, data: { completedAt: NOW } })
    await sendRetryLetters(later(COOL_DOWN + 26))
    expect(await mailsOf(her)).toHaveLength(1)
  })

  it('cannot ask where there is no wait', async () => {
    const her = await failed()

    await expect(her.ask(true, later(COOL_DOWN))).rejects.toMatchObject({ code: 'conflict' })
    expect(await her.telling(later(COOL_DOWN))).toBeNull()
  })
})

it('asks by the button on her result, and takes it back by the same button', async () => {
  const t = translator('fr')
  const her = await failed(new Date())
  await callAs(her.sessionId)
  const path = `http://localhost:3000/fr/courses/${her.courseId}/exam`
  const context = { params: Promise.resolve({ locale: 'fr', course: her.courseId }) }
  const read = async () => (await GET(new Request(`${path}/result`), context)).text()
  const press = (wanted: string) =>
    POST(new Request(`${path}/tell-me`, { method: 'POST', body: new URLSearchParams({ wanted }) }), context)

  expect(await read()).toContain(t('exam.result.tellMe'))
  const pressed = await press('yes')
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/fr/courses/${her.courseId}/exam/result`])
  expect(await read()).toContain(t('exam.result.told'))
  await press('no')
  expect(await read()).not.toContain(t('exam.result.told'))
})
