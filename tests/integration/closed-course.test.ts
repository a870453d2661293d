import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { POST as postExamAnswer } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/answer/route'
import { GET as getQuestion } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/route'
import { GET as getCheck } from '@/app/[locale]/(learn)/courses/[course]/exam/check/route'
import { POST as postHandIn } from '@/app/[locale]/(learn)/courses/[course]/exam/hand-in/route'
import { GET as getResult } from '@/app/[locale]/(learn)/courses/[course]/exam/result/route'
import { GET as getExam } from '@/app/[locale]/(learn)/courses/[course]/exam/route'
import { POST as postExamStart } from '@/app/[locale]/(learn)/courses/[course]/exam/start/route'
import { POST as postDone } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/done/route'
import { POST as postPractice } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/practice/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { POST as postStart } from '@/app/[locale]/(public)/courses/[course]/start/route'
import { GET as getHandout } from '@/app/api/courses/[course]/handout/[file]/route'
import { PUT as putAnswer } from '@/app/api/exam/answers/route'
import { POST as postPlace } from '@/app/api/lessons/place/route'
import { INSTITUTION_ROLES, type Role } from '@/domain/auth/role'
import { type Course, courseSchema } from '@/domain/course/course'
import type { HandoutPlan } from '@/domain/course/handout'
import type { Localized } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { permitFor } from '@/server/auth/permit'
import { verifyCertificate } from '@/server/certificate/verify-certificate'
import { releases } from '@/server/content/releases'
import { admit } from '@/server/course/admit'
import { db } from '@/server/db/client'
import { singleChoice } from '@/tests/support/course-factories'
import { NOW } from '@/tests/support/exam-room'
import { certifiedLearner, smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

/** The texts of a brochure, and a lesson that has them. */
type Paper = { handout?: HandoutPlan; bodies?: Localized }

async function publish(access: Course['file']['access'], paper: Paper = {}): Promise<string> {
  const courseId = `course-${randomUUID()}`
  const small = smallCourse(courseId)
  const [lesson] = small.lessons
  const { certificate, examMinutes, ...file } = small.file
  const content = courseSchema.parse({
    ...small,
    ...(access === 'public' && { exam: null, bank: [] }),
    file: { ...file, access, handout: paper.handout, ...(access !== 'public' && { certificate, examMinutes }) },
    lessons: [{ ...lesson, practice: [singleChoice({ id: 'p1' })], ...(paper.bodies && { bodies: paper.bodies }) }],
  })
  const row = { courseId, number: 1, contentHash: courseId, lawDate: NOW, languages: ['ar'], content }
  await db().release.create({ data: row })
  releases.reset() // another course has just been published
  return courseId
}

const place = (course: string) => ({ params: Promise.resolve({ locale: 'fr', course, lesson: 'offence', n: '1' }) })
const form = (fields: Record<string, string> = {}) =>
  new Request('http://localhost:3000/', { method: 'POST', body: new URLSearchParams(fields) })
const page = () => new Request('http://localhost:3000/fr/courses/x')

const json = (method: string, body: object) =>
  new Request('http://localhost:3000/', {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** An answer as the script of a lesson sends it. `signedIn`: the lesson was shown to somebody who was signed in. */
async function practiseInPlace(course: string, signedIn: boolean) {
  const request = form({ question: 'p1', a: 'a' })
  request.headers.set('x-fragment', '1')
  if (signedIn) request.headers.set('x-signed-in', '1')
  const { status, headers } = await postPractice(request, place(course))
  return [status, headers.get('location')]
}

it('judges no answer of a reader whose session ended while she read, whether the course is open or closed', async () => {
  const [open, closed] = [await publish('open'), await publish('closed')]
  const { sessionId, accountId } = await insertPerson()
  await callAs(sessionId)
  expect(await practiseInPlace(open, true)).toEqual([200, null])
  expect(await (await getLesson(page(), place(open))).text()).toContain('<template data-signed-out="true">')

  await callAs(null)
  expect(await practiseInPlace(open, true)).toEqual([401, null])
  expect(await practiseInPlace(closed, true)).toEqual([401, null])
  expect(await practiseInPlace(open, false)).toEqual([200, null])
  expect(await (await getLesson(page(), place(open))).text()).not.toContain('data-signed-out')
  expect(await db().practiceAnswer.count({ where: { enrolment: { accountId } } })).toBe(1)
})

/** The statuses of every page and form of a course: its lesson, the answers in it, the start, and the exam. */
async function call(course: string) {
  const attempt = randomUUID()
  const answers = [
    await getLesson(page(), place(course)),
    await postPractice(form({ question: 'p1', a: 'a' }), place(course)),
    await postDone(form(), place(course)),
    await postStart(form(), place(course)),
    await getExam(page(), place(course)),
    await postExamStart(form(), place(course)),
    await getQuestion(page(), place(course)),
    await postExamAnswer(form({ attempt, a: 'a', go: 'check' }), place(course)),
    await getCheck(page(), place(course)),
    await postHandIn(form({ attempt }), place(course)),
    await getResult(page(), place(course)),
  ]
  return answers.map(({ status, headers }) => [status, headers.get('location')?.replace(/\?.*/, '') ?? null])
}

/** The statuses of the requests that the scripts of a course's pages send. */
async function send(courseId: string) {
  const saved = { position: 1, answer: ['a'] }
  const answers = [
    await postPlace(json('POST', { courseId, lessonId: 'offence', block: 1 })),
    await putAnswer(json('PUT', { courseId, attemptId: randomUUID(), saved })),
  ]
  return answers.map(({ status }) => status)
}

const enrolIn = (email: string, courseId: string) =>
  admit(permitFor({ kind: 'operator' }, 'course:admit', { email, courseId }))

describe('a closed course', () => {
  it('is listed for everyone, and shows its texts only to its learners', async () => {
    const course = await publish('closed')

    await callAs(null)
    const shown = await (await getCourse(page(), place(course))).text()
    expect(shown).toContain('Commission nationale')
    expect(shown).not.toContain('/lessons/')
    // The eighth request is an answer, which a page of its own keeps until she has signed in.
    expect(await call(course)).toEqual(Array(11).fill([303, '/fr/sign-in']).with(7, [401, null]))
    expect(await send(course)).toEqual([401, 401])

    await callAs((await insertPerson()).sessionId)
    expect((await call(course)).map(([status]) => status)).toEqual(Array(11).fill(403))
    expect(await send(course)).toEqual([403, 403])
    expect(await db().enrolment.count({ where: { courseId: course } })).toBe(0)
  })

  it('opens to a confirmed account that the operator enrols, once', async () => {
    const course = await publish('closed')
    const her = await insertPerson()

    expect(await enrolIn(` ${her.email.toUpperCase()} `, course)).toContain('now takes part')
    expect(await enrolIn(her.email, course)).toContain('already takes part')

    await callAs(her.sessionId)
    expect((await getLesson(page(), place(course))).status).toBe(200)
    expect((await postDone(form(), place(course))).headers.get('location')).toBe(
      `/fr/courses/${course}/lessons/offence#lesson-end`,
    )
  })

  it.each([
    ['an unknown address', async () => 'nobody@example.ma'],
    ['an unconfirmed account', async () => (await insertPerson({ confirmed: false })).email],
    ['a disabled account', async () => (await insertPerson({ disabled: true })).email],
  ])('is not opened to %s', async (_, email) => {
    await expect(enrolIn(await email(), await publish('closed'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each(INSTITUTION_ROLES)('opens to a %s of the commission, who enrols herself', async (role) => {
    const course = await publish('closed')
    const her = await insertPerson()
    await giveRole(her.accountId, role, await makeInstitution('commission', 'Commission nationale'))
    await callAs(her.sessionId)

    const shown = await (await getCourse(page(), place(course))).text()
    expect(shown).toContain(`action="/fr/courses/${course}/start"`)
    expect(shown).not.toContain(translator('fr')('course.howToAsk'))
    expect((await getLesson(page(), place(course))).status).toBe(403)

    const started = await postStart(form(), place(course))
    expect([started.status, started.headers.get('location')]).toEqual([
      303,
      `/fr/courses/${course}/lessons/offence?at=resume`,
    ])
    expect((await getLesson(page(), place(course))).status).toBe(200)
  })

  it('stays closed to people of other institutions, of an archived commission, and to former members', async () => {
    const course = await publish('closed')
    const commission = await makeInstitution('commission', 'Commission nationale')
    const archived = await makeInstitution('commission', 'Commission dissoute')
    const [schooled, left, dissolved] = [await insertPerson(), await insertPerson(), await insertPerson()]
    await giveRole(schooled.accountId, 'administrator', await makeInstitution('school'))
    await giveRole(left.accountId, 'commission-member', commission)
    await db().role.updateMany({ where: { accountId: left.accountId }, data: { held: null, endedAt: NOW } })
    await giveRole(dissolved.accountId, 'commission-member', archived)
    await db().institution.update({ where: { id: archived }, data: { archivedAt: NOW } })

    for (const her of [schooled, left, dissolved, await insertStaff('platform-administrator', null)]) {
      await callAs(her.sessionId)
      expect(await (await getCourse(page(), place(course))).text()).toContain(translator('fr')('course.howToAsk'))
      expect((await call(course)).map(([status]) => status)).toEqual(Array(11).fill(403))
    }
    expect(await db().enrolment.count({ where: { courseId: course } })).toBe(0)
  })

  it('has a brochure for its learners alone; a cache may keep only what is the same for everyone', async () => {
    const part = 'offence#part'
    const handout = { what: part, signs: part, do: part, avoid: part, call: part }
    const body = '## Title {#part}\n\n- Words'
    const paper = { handout, bodies: { ar: body, fr: body, en: body } }
    const [open, closed] = [await publish('public', paper), await publish('closed', paper)]
    const her = await insertPerson()
    await enrolIn(her.email, closed)
    const enrolled = await insertPerson()
    await callAs(enrolled.sessionId)
    await postStart(form(), place(open))
    const brochureOf = async (course: string) => {
      const params = Promise.resolve({ course, file: 'brochure-fr.pdf' })
      const { status, headers } = await getHandout(page(), { params })
      return [status, headers.get('cache-control')]
    }

    // A learner gets the brochure of the release that she reads.
    expect(await brochureOf(open)).toEqual([200, 'private, no-store'])
    await callAs(null)
    expect(await brochureOf(open)).toEqual([200, 'public, max-age=3600'])
    expect(await brochureOf(closed)).toEqual([401, 'no-store'])
    await callAs((await insertPerson()).sessionId)
    expect(await brochureOf(closed)).toEqual([403, 'no-store'])
    await callAs(her.sessionId)
    expect(await brochureOf(closed)).toEqual([200, 'private, no-store'])
  })

  it('must exist and be named before the operator can enrol anybody', async () => {
    await expect(enrolIn('judge@example.ma', 'no-such-course')).rejects.toMatchObject({ code: 'not-found' })
    await expect(enrolIn('', '')).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('a person who leaves the commission', () => {
  const endRoles = ({ accountId }: { accountId: string }) =>
    db().role.updateMany({ where: { accountId }, data: { held: null, endedAt: NOW } })

  /** A member of the commission in its course, who has done the lesson and still holds her role. */
  async function member(role: Role = 'commission-member') {
    const course = await publish('closed')
    const her = await insertPerson()
    const commission = await makeInstitution('commission', 'Commission nationale')
    await giveRole(her.accountId, role, commission)
    await callAs(her.sessionId)
    await postStart(form(), place(course))
    await postDone(form(), place(course))
    return { ...her, course, commission }
  }
  const reads = async (course: string) => (await getLesson(page(), place(course))).status
  const shown = async (course: string) => (await getCourse(page(), place(course))).text()

  it.each(INSTITUTION_ROLES)('no longer reads its course as its former %s, but keeps her record', async (role) => {
    const her = await member(role)
    expect(await reads(her.course)).toBe(200)
    await endRoles(her)

    const closed = await getLesson(page(), place(her.course))
    expect(closed.status).toBe(403)
    expect(await closed.text()).toContain(translator('fr')('errors.course-closed'))
    const html = await shown(her.course)
    expect(html).toContain(translator('fr')('course.howToAsk'))
    expect(html).not.toContain('/lessons/')
    expect(html).toContain(translator('fr')('course.progress', { done: 1, total: 1 }))
    const refused = [
      await postPractice(form({ question: 'p1', a: 'a' }), place(her.course)),
      await postDone(form(), place(her.course)),
      await postStart(form(), place(her.course)),
      await postExamStart(form(), place(her.course)),
    ]
    expect(refused.map(({ status }) => status)).toEqual(Array(4).fill(403))
    const { accountId } = her
    expect(await db().lessonState.count({ where: { enrolment: { accountId }, completedAt: { not: null } } })).toBe(1)
    expect(await db().attempt.count({ where: { enrolment: { accountId } } })).toBe(0)
    const exam = await getExam(page(), place(her.course))
    expect(await exam.text()).not.toContain(`/courses/${her.course}/exam/start`)
  })

  it('reads it again with a new role, and as long as another role in the commission is left', async () => {
    const her = await member()
    await endRoles(her)
    expect(await reads(her.course)).toBe(403)

    await giveRole(her.accountId, 'learner', her.commission)
    expect(await reads(her.course)).toBe(200)
    await giveRole(her.accountId, 'tutor', her.commission)
    const learner = { accountId: her.accountId, role: 'learner' }
    await db().role.updateMany({ where: learner, data: { held: null, endedAt: NOW } })
    expect(await reads(her.course)).toBe(200)
    await giveRole(her.accountId, 'learner', await makeInstitution('school'))
    await endRoles(her)
    expect(await reads(her.course)).toBe(403)
  })

  it('no longer reads it if the commission is archived either', async () => {
    const her = await member()
    await db().institution.update({ where: { id: her.commission }, data: { archivedAt: NOW } })

    expect(await reads(her.course)).toBe(403)
  })

  it('keeps her certificate, and the way to it', async () => {
    const her = await certifiedLearner()
    const { courseId, certificate } = her
    const content = smallCourse(courseId)
    const closed = { ...content, file: { ...content.file, access: 'closed' } }
    await db().release.updateMany({ where: { courseId }, data: { content: closed } })
    releases.reset() // the course has just been closed
    await giveRole(her.accountId, 'commission-member', await makeInstitution('commission'))
    await endRoles(her)
    await callAs(her.sessionId)

    expect(await reads(courseId)).toBe(403)
    expect((await getResult(page(), place(courseId))).status).toBe(200)
    expect(await shown(courseId)).toContain('href="/fr/certificates"')
    expect(await verifyCertificate(certificate.number, null, visitOf())).toMatchObject({ status: 'found' })
  })

  it('may finish the exam that she has begun', async () => {
    const her = await member()
    await postExamStart(form(), place(her.course))
    await endRoles(her)

    expect((await getQuestion(page(), place(her.course))).status).toBe(200)
    expect(await shown(her.course)).toContain(translator('fr')('course.resumeExam'))
    const { id } = await db().attempt.findFirstOrThrow({ where: { enrolment: { accountId: her.accountId } } })
    expect((await postHandIn(form({ attempt: id }), place(her.course))).status).toBe(303)
    expect((await postExamStart(form(), place(her.course))).status).toBe(403)
  })

  it('keeps access if the operator enrolled her, before her role or after', async () => {
    const course = await publish('closed')
    const before = await insertPerson()
    await enrolIn(before.email, course)
    await giveRole(before.accountId, 'commission-member', await makeInstitution('commission'))
    await endRoles(before)
    await callAs(before.sessionId)
    expect(await reads(course)).toBe(200)

    const after = await member()
    await endRoles(after)
    const taps = await Promise.all([enrolIn(after.email, after.course), enrolIn(after.email, after.course)])
    expect(taps.filter((said) => said.includes('now takes part'))).toHaveLength(1)
    expect(await reads(after.course)).toBe(200)
    expect(await db().enrolment.count({ where: { accountId: after.accountId } })).toBe(1)
  })

  it('keeps the access that the operator gave her, if it is a school that she leaves instead', async () => {
    const course = await publish('closed')
    const her = await insertPerson()
    await enrolIn(her.email, course)
    const school = await makeInstitution('school')
    await giveRole(her.accountId, 'learner', school)
    await endRoles(her)
    await callAs(her.sessionId)

    expect(await reads(course)).toBe(200)
  })
})

describe('a public course', () => {
  it('is read from end to end without an account, and keeps nothing', async () => {
    const course = await publish('public')
    await callAs(null)

    const shown = await (await getCourse(page(), place(course))).text()
    expect(shown).toContain(`/fr/courses/${course}/lessons/offence`)
    expect(shown).not.toContain('/exam')
    expect((await getLesson(page(), place(course))).status).toBe(200)
    expect((await postDone(form(), place(course))).headers.get('location')).toBe(
      `/fr/courses/${course}/lessons/offence#lesson-end`,
    )
    expect(await db().enrolment.count({ where: { courseId: course } })).toBe(0)
  })

  it('stores the enrolment of a learner with an account', async () => {
    const course = await publish('public')
    await callAs((await insertPerson()).sessionId)
    await postStart(form(), place(course))

    expect((await postDone(form(), place(course))).headers.get('location')).toBe(
      `/fr/courses/${course}/lessons/offence#lesson-end`,
    )
    expect(await db().enrolment.count({ where: { courseId: course } })).toBe(1)
  })
})
