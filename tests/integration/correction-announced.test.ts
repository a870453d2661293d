import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/courses/[course]/corrections/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import type { Course } from '@/domain/course/course'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { releases } from '@/server/content/releases'
import { tellCorrections } from '@/server/course/tell-corrections'
import { db, sql } from '@/server/db/client'
import { draftOf, learnerOn, publishNow, releaseNumbered, rewritten } from '@/tests/support/corrections'
import { callAs } from '@/tests/support/next-headers'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
beforeEach(async () => {
  await db().mail.deleteMany()
  await db().correctionRun.deleteMany()
})

const NOW = new Date('2027-01-12T10:00:00Z')
const WRONG = 'Une phrase juste. La peine est de deux ans.'
const RIGHT = 'Une phrase juste. La peine est de <b>dix</b> ans.'
const SAID = 'La peine est de deux ans.'

type Her = Awaited<ReturnType<typeof learnerOn>>
type Handler = (
  request: Request,
  props: { params: Promise<{ locale: string; course: string; lesson: string }> },
) => Promise<Response>

/** A course of which one learner has finished the lesson. */
async function read() {
  const courseId = `course-${randomUUID()}`
  const draft = rewritten(draftOf(courseId), WRONG)
  await publishNow(draft)
  releases.reset()
  const her = await learnerOn(courseId, 1)
  await opened(her)
  return { courseId, draft, her }
}

const enrolmentOf = async ({ accountId }: Her) => db().enrolment.findFirstOrThrow({ where: { accountId } })

/** Notes that she reached the end of the lesson before the correction. */
async function opened(her: Her) {
  const { id: enrolmentId } = await enrolmentOf(her)
  const openedAt = new Date('2026-01-01T10:00:00Z')
  await db().lessonState.create({ data: { enrolmentId, lessonId: 'offence', openedAt, endReached: true } })
}

const correct = (draft: Course, weight: 'correction' | 'editorial' = 'correction') =>
  publishNow(rewritten(draft, RIGHT, ['law']), weight)

async function ask(her: Her | null, handler: Handler, course: string, locale = 'fr', form?: URLSearchParams) {
  await callAs(her?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/${locale}/x`, {
    headers: { host: 'localhost:3000' },
    ...(form && { method: 'POST', body: form }),
  })
  const response = await handler(request, { params: Promise.resolve({ locale, course, lesson: 'offence' }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

const mailsOf = ({ accountId }: Her) => db().mail.findMany({ where: { accountId, kind: 'corrected' } })

describe('a correction of substance', () => {
  it('is announced to a learner who has read the passage, with old and new words, until she takes note', async () => {
    const { courseId, draft, her } = await read()
    expect((await ask(her, GET as Handler, courseId)).html).toContain(translator('fr')('corrections.none'))
    await correct(draft)
    const { id: release } = await releaseNumbered(courseId, 2)

    for (const locale of LOCALES) {
      const { html } = await ask(her, GET as Handler, courseId, locale)
      expect(html).toContain(SAID)
      expect(html).toContain('La peine est de &lt;b&gt;dix&lt;/b&gt; ans.')
      expect(html).not.toContain('Une phrase juste')
      expect((await ask(her, getLesson as Handler, courseId, locale)).html).toContain(SAID)
    }
    const address = `/fr/courses/${courseId}/corrections`
    expect((await ask(her, getLearning as unknown as Handler, courseId)).html).toContain(address)

    const noted = await ask(her, POST as Handler, courseId, 'fr', new URLSearchParams({ release }))
    expect([noted.status, noted.to]).toEqual([303, `/fr/courses/${courseId}`])
    expect((await ask(her, getLearning as unknown as Handler, courseId)).html).not.toContain(address)
    expect((await ask(her, getLesson as Handler, courseId)).html).not.toContain(SAID)
  })

  it('is not announced to a person who had not opened the lesson, began after it or is not signed in', async () => {
    const { courseId, draft, her } = await read()
    const idle = await learnerOn(courseId, 1)
    await correct(draft)
    const later = await learnerOn(courseId, 2)
    await opened(later)

    for (const who of [idle, later]) expect((await ask(who, GET as Handler, courseId)).html).not.toContain(SAID)
    expect((await ask(null, GET as Handler, courseId)).to).toContain('/fr/sign-in')
    expect((await ask(her, GET as Handler, 'no-such-course')).status).toBe(404)
  })

  it('differs from an editorial change, which is announced to nobody', async () => {
    const { courseId, draft, her } = await read()
    await correct(draft, 'editorial')

    expect((await ask(her, GET as Handler, courseId)).html).not.toContain(SAID)
    expect(await db().correctionRun.count()).toBe(0)
  })

  it('is published without writing to any row of a learner', async () => {
    const { courseId, draft } = await read()
    const versions = () => sql().$queryRaw<unknown[]>`
      select e.id, e.xmin::text as enrolled, l.xmin::text as lesson
      from "Enrolment" e left join "LessonState" l on l."enrolmentId" = e.id where e."courseId" = ${courseId}
      order by e.id`
    await Promise.all(Array.from({ length: 5 }, () => learnerOn(courseId, 1)))
    const before = await versions()
    await correct(draft)

    expect(before).toHaveLength(6)
    expect(await versions()).toEqual(before)
  })

  it('is noted only for its own course, and only for the learner who takes note', async () => {
    const { courseId, draft, her } = await read()
    const other = await read()
    await correct(draft)
    await correct(other.draft)
    const [mine, foreign] = [await releaseNumbered(courseId, 2), await releaseNumbered(other.courseId, 2)]
    const form = new URLSearchParams([
      ['release', foreign.id],
      ['release', "'; drop table"],
      ['release', mine.id],
    ])
    const answer = await ask(her, POST as Handler, courseId, 'fr', form)
    expect(answer).toMatchObject({ status: 303 })

    expect(await db().correctionNoted.findMany({ where: { accountId: her.accountId } })).toMatchObject([
      { releaseId: mine.id },
    ])
    expect((await ask(other.her, GET as Handler, other.courseId)).html).toContain(SAID)
  })
})

describe('the letter about a correction', () => {
  it('goes once to each learner who had read the passage, in her language, even if jobs run at once', async () => {
    const { courseId, draft, her } = await read()
    const idle = await learnerOn(courseId, 1)
    await correct(draft)
    await Promise.all([tellCorrections(NOW), tellCorrections(NOW), tellCorrections(NOW)])
    await tellCorrections(NOW)

    expect(await mailsOf(her)).toMatchObject([
      {
        letter: {
          about: { count: 1 },
          link: expect.stringMatching(new RegExp(`/ar/courses/${courseId}/corrections$`)),
        },
      },
    ])
    expect(await mailsOf(idle)).toEqual([])
    expect(await db().correctionRun.findMany()).toMatchObject([{ endedAt: NOW }])
  })

  it('waits for the digest if the learner wants one, and is not sent if she wants no reminders', async () => {
    const { courseId, draft, her } = await read()
    const none = await learnerOn(courseId, 1)
    await opened(none)
    await db().letterChoice.create({
      data: { accountId: her.accountId, reminders: 'digest', reviews: false, savedAt: NOW },
    })
    await db().letterChoice.create({
      data: { accountId: none.accountId, reminders: 'none', reviews: false, savedAt: NOW },
    })
    await correct(draft)
    await tellCorrections(NOW)

    expect(await mailsOf(her)).toMatchObject([{ state: 'held' }])
    expect(await mailsOf(none)).toEqual([])
  })

  it('goes to everybody once, even if the job was killed before', async () => {
    const { courseId, draft, her } = await read()
    const others = await Promise.all(Array.from({ length: 3 }, () => learnerOn(courseId, 1)))
    for (const other of others) await opened(other)
    await correct(draft)
    const run = await import('@/server/db/course/corrections')
    const broken = vi.spyOn(run, 'advanceRun').mockRejectedValueOnce(new Error('killed'))
    await expect(tellCorrections(NOW)).rejects.toThrow('killed')
    expect(await db().mail.count({ where: { kind: 'corrected' } })).toBe(0)
    broken.mockRestore()

    await tellCorrections(NOW)
    for (const who of [her, ...others]) expect(await mailsOf(who)).toHaveLength(1)
  })

  it('is not sent to a learner who has already taken note', async () => {
    const { courseId, draft, her } = await read()
    await correct(draft)
    const { id: releaseId } = await releaseNumbered(courseId, 2)
    await db().correctionNoted.create({ data: { accountId: her.accountId, releaseId, notedAt: NOW } })
    await tellCorrections(NOW)

    expect(await mailsOf(her)).toEqual([])
  })
})
