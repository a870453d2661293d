import { existsSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getAbout } from '@/app/[locale]/(public)/about/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { GET as getCourses } from '@/app/[locale]/(public)/courses/route'
import { GET as getHome } from '@/app/[locale]/(public)/route'
import type { Course } from '@/domain/course/course'
import { dayOf, nextDay } from '@/domain/time/day'
import { formatLooseDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { forgetNewestReleases, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { examinee, RIGHT, WRONG } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { secondForms } from '@/tests/support/second-forms'

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

/** The list of today: the address of its filled button, and those of the others. */
function todayIn(html: string) {
  const list = html.match(/<ol class="todo">.*?<\/ol>/s)?.[0] ?? ''
  const buttons = [...list.matchAll(/<a class="(btn[^"]*)" href="([^"]*)"/g)]
  return {
    list,
    first: buttons.find(([, look]) => look === 'btn primary')?.[2],
    others: buttons.filter(([, look]) => look === 'btn').map(([, , href]) => href),
  }
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
    // The missed lesson is the step with which she goes on, and is not listed twice.
    const { list, others } = todayIn(page)
    expect(list.match(new RegExp(t('learning.missed'), 'g'))).toHaveLength(1)
    expect(others).toEqual([])
    const later = page.match(/<ul class="plain leaves">.*?<\/ul>/s)?.[0] ?? ''
    expect(later).toContain(`dateTime="${nextDay(today, 20)}"`)
    expect(later).not.toContain(t('learning.missed'))
    const { card } = resumeIn(await home())
    expect(card).toContain(t('learning.missed'))
    expect(card).toContain(formatLooseDate(yesterday, 'fr'))
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
    expect(todayIn(leads).first).toBe(`${path}/lessons/offence?at=resume`)
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
    expect(hers.match(/<details class="cbox".*?<\/details>/s)?.[0]).toContain(t('course.seeCertificate'))
    expect(todayIn(hers).first).toBe(href)

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
      expect(mine(html)).toBeDefined()
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

describe('the steps of today', () => {
  const lesson = (minutes: number): Partial<Course> => {
    const [first] = smallCourse('course').lessons
    if (!first) throw new Error('the course has no lesson')
    const body = ['one', 'two', 'three', 'four']
      .map((id) => `## Section ${id} {#${id}}\n\nSome words of it.`)
      .join('\n\n')
    return {
      lessons: [{ ...first, practice: [], bodies: { ar: body, fr: body, en: body }, file: { ...first.file, minutes } }],
    }
  }
  const stepsIn = async (minutes: number) => {
    const her = await examinee({ lessonsDone: false, course: lesson(minutes) })
    await callAs(her.sessionId)
    const path = `/fr/courses/${her.courseId}/lessons/offence?at=`
    const { first, others } = todayIn(await learning())
    return [first, ...others].map((href) => href?.replace(path, ''))
  }

  it('are at most three, and take eight minutes together unless the first alone takes longer', async () => {
    expect(await stepsIn(8)).toEqual(['resume', 'two', 'three'])
    expect(await stepsIn(16)).toEqual(['resume', 'two'])
    expect(await stepsIn(60)).toEqual(['resume'])
  })

  it('mark the days of this week on which she has studied', async () => {
    const her = await examinee()
    await callAs(her.sessionId)
    await db().lessonState.updateMany({
      where: { enrolment: { accountId: her.accountId } },
      data: { openedAt: new Date(), readAt: new Date(), completedAt: new Date() },
    })
    const week = (await learning()).match(/<ol class="week".*?<\/ol>/s)?.[0] ?? ''
    expect(week).toContain(t('learning.today.week', { count: 1 }))
    expect(week.match(/<li/g)).toHaveLength(7)
    expect(week.match(/<li class="on now" aria-current="date">/g)).toHaveLength(1)

    await db().lessonState.deleteMany({ where: { enrolment: { accountId: her.accountId } } })
    expect(await learning()).toContain(t('learning.today.week', { count: 0 }))
  })
})

describe('what she should work on', () => {
  const objectives = (html: string) => [...html.matchAll(/<span class="s">([^<]*)<\/span>/g)].map(([, state]) => state)

  it('comes from the last exam that she handed in, leads to its practice, and is shown to nobody else', async () => {
    const her = await examinee({ course: { second: secondForms(12) } })
    await callAs(her.sessionId)
    const practice = `/fr/courses/${her.courseId}/practice-set`
    expect(objectives(await learning())).toEqual([t('learning.objective.unmet')])

    await her.start()
    await her.answerAll(WRONG)
    // While the exam is under way, nothing of it is shown.
    expect(objectives(await learning())).toEqual([t('learning.objective.unmet')])
    expect(todayIn(await learning())).toMatchObject({ first: `/fr/courses/${her.courseId}/exam`, others: [] })
    await her.handIn()
    const page = await learning()
    expect(objectives(page)).toEqual([t('learning.objective.shaky')])
    expect(todayIn(page)).toMatchObject({ first: `/fr/courses/${her.courseId}/exam/result`, others: [practice] })
    expect(page.match(/<h1>.*?<\/h1>/s)?.[0]).toContain(t('plural.steps', { count: 1 }))

    await callAs((await examinee()).sessionId)
    expect(await learning()).not.toContain(t('learning.objective.shaky'))
  })

  it('is empty after an exam without a wrong answer, and once its answers are deleted', async () => {
    const right = await examinee()
    await right.start()
    await right.answerAll(RIGHT)
    await right.handIn()
    await callAs(right.sessionId)
    // Two right answers of six questions are not enough to call it firm.
    expect(objectives(await learning())).toEqual([t('learning.objective.shaky')])

    const wrong = await examinee()
    await wrong.start()
    const { id: attemptId } = await wrong.attempt()
    await wrong.handIn()
    await callAs(wrong.sessionId)
    expect(objectives(await learning())).toEqual([t('learning.objective.shaky')])
    await db().attemptQuestion.deleteMany({ where: { attemptId } })
    expect(objectives(await learning())).toEqual([t('learning.objective.unmet')])
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
