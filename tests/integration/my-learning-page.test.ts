import { existsSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getAbout } from '@/app/[locale]/(public)/about/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { GET as getCourses } from '@/app/[locale]/(public)/courses/route'
import { GET as getHome } from '@/app/[locale]/(public)/route'
import { dayOf, nextDay } from '@/domain/time/day'
import { formatLooseDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { forgetNewestReleases, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { examinee, RIGHT, WRONG } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

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
const catalogue = () => read(getCourses(asked('/courses'), params(french)))
const about = () => read(getAbout(asked('/about'), params(french)))
const course = (id: string) => read(getCourse(asked(`/courses/${id}`), params({ ...french, course: id })))

/** The text of the card for the next step, and the address of its button. */
function resumeIn(html: string) {
  const card = html.match(/<section class="resume[^"]*".*?<\/section>/)?.[0] ?? ''
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

  it('is marked as missed, in words, on every page that shows it, once it is over', async () => {
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

  it('leads to the lesson, then to the exam, then to the next course or the certificates', async () => {
    const her = await examinee({ lessonsDone: false })
    await callAs(her.sessionId)
    const next = async () => resumeIn(await home()).href
    const path = `/fr/courses/${her.courseId}`
    expect(await next()).toBe(`${path}/lessons/offence?at=resume`)
    const leads = await learning()
    expect(resumeIn(leads).href).toBe(`${path}/lessons/offence?at=resume`)
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
    const hers = await learning()
    expect(hers.match(/<article class="card my-course">.*?<\/article>/s)?.[0]).toContain(t('course.seeCertificate'))
    expect(resumeIn(hers).href).toBe(href)

    await leaveNothingToBegin()
    expect(resumeIn(await home()).href).toBe('/fr/certificates')
    expect(await learning()).not.toContain(t('learning.nextCourse'))
  })

  it('says on each card how far she is, and the catalogue does too', async () => {
    const her = await examinee({ lessonsDone: false })
    forgetNewestReleases()
    await callAs(her.sessionId)
    const mine = (html: string) =>
      html
        .match(/<article class="course-card">.*?<\/article>/gs)
        ?.find((card) => card.includes(`/fr/courses/${her.courseId}"`))

    for (const html of [await home(), await catalogue()]) {
      expect(mine(html)).toContain(t('course.progress', { done: 0, total: 1 }))
      expect(resumeIn(html).href).toBe(`/fr/courses/${her.courseId}/lessons/offence?at=resume`)
    }
    await callAs(null)
    for (const html of [await home(), await catalogue()]) {
      expect(html).toContain(`href="/fr/courses/${her.courseId}"`)
      expect(resumeIn(html).card).toBe('')
      expect(html).not.toContain('class="state"')
    }
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

describe('what she should work on', () => {
  const weakIn = (html: string) => html.match(/<section[^>]*aria-labelledby="weak".*?<\/section>/s)?.[0]

  it('comes from the last exam that she handed in, leads to the lesson, and is shown to nobody else', async () => {
    const her = await examinee()
    await callAs(her.sessionId)
    expect(weakIn(await learning())).toBeUndefined()

    await her.start()
    await her.answerAll(WRONG)
    // While the exam is under way, nothing of it is shown.
    expect(weakIn(await learning())).toBeUndefined()
    await her.handIn()
    const list = weakIn(await learning())
    expect(list).toContain(t('exam.result.objectiveScore', { score: '0', possible: '2' }))
    expect(list).toContain(`href="/fr/courses/${her.courseId}/lessons/offence?at=resume"`)

    await callAs((await examinee()).sessionId)
    expect(weakIn(await learning())).toBeUndefined()
  })

  it('is empty after an exam without a wrong answer, and once its answers are deleted', async () => {
    const right = await examinee()
    await right.start()
    await right.answerAll(RIGHT)
    await right.handIn()
    await callAs(right.sessionId)
    expect(weakIn(await learning())).toBeUndefined()

    const wrong = await examinee()
    await wrong.start()
    const { id: attemptId } = await wrong.attempt()
    await wrong.handIn()
    await callAs(wrong.sessionId)
    expect(weakIn(await learning())).toBeDefined()
    await db().attemptQuestion.deleteMany({ where: { attemptId } })
    expect(weakIn(await learning())).toBeUndefined()
  })
})

describe('the controller of the site', () => {
  const given = { ...env() }
  afterEach(() => Object.assign(env(), given))

  it('is on the home page, in the catalogue and on the page about it, and at the foot of each', async () => {
    await callAs(null)

    for (const html of [await home(), await catalogue(), await about()]) {
      expect(html.match(new RegExp(given.controllerName ?? 'not set', 'g'))?.length).toBeGreaterThan(1)
      expect(html).toContain(`mailto:${given.controllerContact}`)
      expect(html).toContain('href="/fr/about"')
    }
  })

  it('is left out if it is not set; only an administrator of the platform sees the missing setting', async () => {
    Object.assign(env(), { controllerName: undefined, controllerContact: undefined })
    const administrator = await insertPerson()
    const role = { accountId: administrator.accountId, role: 'platform-administrator' }
    await db().role.create({ data: role })

    for (const sessionId of [null, (await insertPerson()).sessionId]) {
      await callAs(sessionId)
      for (const html of [await home(), await about()]) expect(html).not.toContain('CONTROLLER_')
    }
    await callAs(administrator.sessionId)
    for (const html of [await home(), await about()]) {
      expect(html).toContain('CONTROLLER_NAME')
      expect(html).toContain('CONTROLLER_CONTACT')
    }
  })
})
