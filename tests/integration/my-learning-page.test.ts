import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { GET as getHome } from '@/app/[locale]/(public)/route'
import { dayOf, nextDay } from '@/domain/cohort/day'
import { formatLooseDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { examinee, RIGHT } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

vi.mock('next/headers', () => import('@/tests/support/next-headers'))

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const french = { locale: 'fr' }
const asked = (path: string) => new Request(`http://localhost:3000/fr${path}`)
const params = <T>(value: T) => ({ params: Promise.resolve(value) })
const read = async (answer: Promise<Response>) => (await answer).text()
const home = () => read(getHome(asked(''), params(french)))
const learning = () => read(getLearning(asked('/learning'), params(french)))
const course = (id: string) => read(getCourse(asked(`/courses/${id}`), params({ ...french, course: id })))

/** The text of the card for the next step, and the address of its button. */
function resumeIn(html: string) {
  const card = html.match(/<section class="resume".*?<\/section>/)?.[0] ?? ''
  return { card, href: card.match(/<a class="btn primary" href="([^"]*)"/)?.[1] }
}

/** From now on no course counts as a next step of a training path. */
async function leaveNothingToBegin() {
  await db().$executeRaw`update "Release" set content = jsonb_set(content, '{file,access}', '"public"')`
  releases.reset()
}

describe('a deadline of her cohort', () => {
  const today = dayOf(new Date())

  async function inCohort(deadlines: Record<string, string>, { done = false } = {}) {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { deadlines })
    const person = await insertParticipant(cohort, { done })
    await callAs(person.sessionId)
    return school.courseId
  }

  it('that is over is marked as missed wherever it shows, in words', async () => {
    const yesterday = nextDay(today, -1)
    const courseId = await inCohort({ offence: yesterday, exam: nextDay(today, 20) })

    const page = await learning()
    const list = page.match(/<section[^>]*aria-labelledby="deadlines".*?<\/section>/)?.[0] ?? ''
    expect(list.match(/<time class="leaf" dateTime="([^"]*)"/gi)).toHaveLength(2)
    expect(list.match(new RegExp(t('learning.missed'), 'g'))).toHaveLength(1)
    for (const { card } of [resumeIn(page), resumeIn(await home())]) {
      expect(card).toContain(t('learning.missed'))
      expect(card).toContain(formatLooseDate(yesterday, 'fr'))
    }
    const days = (await course(courseId)).match(/<div class="stack-s sm cohort-days">.*?<\/div>/)?.[0] ?? ''
    expect(days.match(new RegExp(t('learning.missed'), 'g'))).toHaveLength(1)
    expect(days).toContain(formatLooseDate(nextDay(today, 20), 'fr'))
  })

  it.each([
    ['today', { offence: today }, {}],
    ['of a lesson that is done', { offence: nextDay(today, -1) }, { done: true }],
  ])('is not missed when it is %s', async (_, deadlines, state) => {
    const courseId = await inCohort(deadlines, state)

    for (const page of [await learning(), await home(), await course(courseId)]) {
      expect(page).not.toContain(t('learning.missed'))
    }
  })
})

describe('the home page', () => {
  it('is about the site for a person who is signed out', async () => {
    await callAs(null)

    const html = await home()
    expect(html).toContain(t('home.title'))
    expect(html).toContain('href="/fr/sign-up"')
    expect(resumeIn(html).card).toBe('')
  })

  it('leads a person who has begun nothing to the first course, and asks her for no account', async () => {
    await examinee()
    await callAs((await insertPerson()).sessionId)

    const { card, href } = resumeIn(await home())
    expect(card).toContain(t('learning.begin'))
    expect(href).toMatch(/^\/fr\/courses\/[\w-]+$/)
    const main = (await home()).match(/<main.*<\/main>/s)?.[0]
    expect(main).not.toContain('/fr/sign-up')
  })

  it('leads to the lesson, the exam under way, then on from the certificate', async () => {
    const her = await examinee({ lessonsDone: false })
    await callAs(her.sessionId)
    const next = async () => resumeIn(await home()).href
    const path = `/fr/courses/${her.courseId}`
    expect(await next()).toBe(`${path}/lessons/offence`)
    const leads = await learning()
    expect(resumeIn(leads).href).toBe(`${path}/lessons/offence`)
    expect(leads.match(/class="btn primary"/g)).toHaveLength(1)

    await her.finishLessons()
    expect(await next()).toBe(`${path}/exam`)
    await her.start()
    expect(resumeIn(await home()).card).toContain(t('course.resumeExam'))
    await her.answerAll(RIGHT)
    await her.handIn()

    // The other courses of this test file can be begun.
    const { card, href } = resumeIn(await home())
    expect(card).toContain(t('learning.nextCourse'))
    expect(href).not.toBe(path)
    const hers = (await learning()).match(/<article class="card stack">.*?<\/article>/s)?.[0] ?? ''
    expect(hers).toContain(t('course.seeCertificate'))
    expect(hers).toMatch(new RegExp(`Cours suivant\\s: <a href="${href}">`))

    await leaveNothingToBegin()
    expect(resumeIn(await home()).href).toBe('/fr/certificates')
    expect(await learning()).not.toContain('Cours suivant')
  })

  it('tells a learner who failed when she can try again', async () => {
    const her = await examinee()
    await her.start()
    await her.handIn()
    await callAs(her.sessionId)

    const { card, href } = resumeIn(await home())
    expect(card).toContain('Nouvelle tentative à partir du')
    expect(href).toBe(`/fr/courses/${her.courseId}/exam/result`)
  })
})
