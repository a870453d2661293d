import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { POST as postExamStart } from '@/app/[locale]/(learn)/courses/[course]/exam/start/route'
import { POST as postDone } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/done/route'
import { POST as postNotDone } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/not-done/route'
import { POST as postPractice } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/practice/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { POST as postPlace } from '@/app/api/lessons/place/route'
import { type Course, courseSchema } from '@/domain/course/course'
import { translator } from '@/i18n/translator'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { singleChoice } from '@/tests/support/course-factories'
import { NOW } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

const t = translator('fr')
const RULES: Course['file']['complete'] = ['reach-end', 'answer-practice']

/** A course of one lesson with two questions, whose right answer is `a`. */
async function publish(complete: Course['file']['complete'] | null) {
  const courseId = `course-${randomUUID()}`
  const small = smallCourse(courseId)
  const practice = [singleChoice({ id: 'p1' }), singleChoice({ id: 'p2' })]
  const text = 'Un passage.\n\n::quiz{id="p1"}\n\n::quiz{id="p2"}'
  const content = courseSchema.parse({
    ...small,
    file: { ...small.file, ...(complete && { complete }) },
    lessons: small.lessons.map((lesson) => ({ ...lesson, practice, bodies: { ar: text, fr: text, en: text } })),
  })
  const row = { courseId, number: 1, contentHash: courseId, lawDate: NOW, languages: ['ar'], content }
  const { id: releaseId } = await db().release.create({ data: row })
  releases.reset() // another course has just been published
  return { courseId, releaseId }
}

/** A reader of a new course, and the requests of her browser. By default she is enrolled. */
async function reader({ rules = RULES as typeof RULES | null, enrolled = true, signedIn = true } = {}) {
  const { courseId, releaseId } = await publish(rules)
  const { accountId, sessionId } = await insertPerson()
  if (enrolled) await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  await callAs(signedIn ? sessionId : null)
  const place = () => ({ params: Promise.resolve({ locale: 'fr', course: courseId, lesson: 'offence' }) })
  const path = `/fr/courses/${courseId}/lessons/offence`
  const form = (fields: Record<string, string>) =>
    new Request(`http://localhost:3000${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  const where = { courseId, lessonId: 'offence', block: 3 }
  const json = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const toldBy = async (answer: Promise<Response>) => {
    const { status, headers } = await answer
    return headers.get('location')?.replace(path, '') ?? status
  }
  return {
    done: (fields: Record<string, string> = { end: '1' }) => toldBy(postDone(form(fields), place())),
    notDone: () => toldBy(postNotDone(form({}), place())),
    answer: (question: string, option: string) => toldBy(postPractice(form({ question, a: option }), place())),
    atEnd: () => postPlace(new Request('http://localhost:3000/', json({ ...where, end: true }))),
    beginExam: () => postExamStart(form({}), place()),
    html: async (query = '') => (await getLesson(new Request(`http://localhost:3000${path}${query}`), place())).text(),
    state: () => db().lessonState.findFirst({ where: { enrolment: { accountId } } }),
    isDone: async () =>
      (await db().lessonState.count({ where: { enrolment: { accountId }, completedAt: { not: null } } })) === 1,
    enrolments: () => db().enrolment.count({ where: { accountId } }),
    forgetAnswers: () => db().practiceAnswer.deleteMany({ where: { enrolment: { accountId } } }),
  }
}

describe('a lesson with conditions', () => {
  it('is not completed while a question has no answer, and says so at its end', async () => {
    const her = await reader()
    await her.answer('p1', 'a')

    expect(await her.done()).toBe('?done=refused#lesson-end')
    expect(await her.isDone()).toBe(false)
    const html = await her.html('?done=refused')
    expect(html).toContain(t('lesson.unfinished'))
    expect(html).toContain('<span data-answered="true" data-total="2">1</span>')
    expect(html).toContain('href="#quiz-p2"')
    expect(html).not.toContain(t('lesson.finished'))
  })

  it('is completed once its end is reached and its questions are answered rightly', async () => {
    const her = await reader()
    await her.answer('p1', 'a')
    await her.answer('p2', 'a')

    expect(await her.done()).toBe('#lesson-end')
    expect(await her.isDone()).toBe(true)
    expect(await her.html()).toContain(t('lesson.finished'))
  })

  it('needs its end to be reached, as told by the form or by an earlier request', async () => {
    const her = await reader()
    await her.answer('p1', 'a')
    await her.answer('p2', 'a')
    expect(await her.done({})).toBe('?done=refused#lesson-end')
    expect((await her.atEnd()).status).toBe(204)

    expect(await her.state()).toMatchObject({ endReached: true, block: 3 })
    expect(await her.done({})).toBe('#lesson-end')
  })

  it('gets the same decision for two requests at once', async () => {
    const her = await reader()
    expect(await Promise.all([her.done(), her.done()])).toEqual(Array(2).fill('?done=refused#lesson-end'))
    await her.answer('p1', 'a')
    await her.answer('p2', 'a')

    expect(await Promise.all([her.done(), her.done()])).toEqual(Array(2).fill('#lesson-end'))
    expect(await her.isDone()).toBe(true)
  })

  it('stays completed when a condition is no longer met', async () => {
    const her = await reader()
    await her.answer('p1', 'a')
    await her.answer('p2', 'a')
    await her.done()
    const before = await her.state()
    await her.forgetAnswers()

    expect(await her.done({})).toBe('#lesson-end')
    expect((await her.state())?.completedAt).toEqual(before?.completedAt)
    expect(await her.html()).toContain(t('lesson.finished'))
  })
})

it('asks for nothing in a release from before the conditions', async () => {
  const her = await reader({ rules: null })

  expect(await her.html()).not.toContain('data-rule')
  expect(await her.done({})).toBe('#lesson-end')
  expect(await her.isDone()).toBe(true)
})

describe('a completion', () => {
  async function completed() {
    const her = await reader()
    await her.answer('p1', 'a')
    await her.answer('p2', 'a')
    await her.done()
    return her
  }

  it('is taken back and made again', async () => {
    const her = await completed()

    expect(await her.notDone()).toBe('#lesson-end')
    expect(await her.isDone()).toBe(false)
    expect((await her.state())?.takenBackAt).toBeInstanceOf(Date)
    expect(await her.done()).toBe('#lesson-end')
    expect(await her.isDone()).toBe(true)
  })

  it('opens the exam: the outline of the lesson and its end lead there', async () => {
    const her = await reader()
    expect(await her.html()).not.toContain('/exam"')
    await her.answer('p1', 'a')
    await her.answer('p2', 'a')
    await her.done()

    const leading = (await her.html()).match(/<a [^>]*href="[^"]*\/exam"[^>]*>/g) ?? []
    expect(leading).toHaveLength(2)
    expect(leading[1]).toContain('class="btn primary"')
  })

  it('stays once the exam was begun, and the page says why', async () => {
    const her = await completed()
    expect((await her.beginExam()).status).toBe(303)

    expect(await her.notDone()).toBe('#lesson-end')
    expect(await her.isDone()).toBe(true)
    const html = await her.html()
    expect(html).toContain(t('lesson.settled.exam'))
    expect(html).not.toContain('/not-done')
  })
})

it('shows the feedback to the current answer, also after the answer has changed', async () => {
  const her = await reader()
  await her.answer('p1', 'a')
  const right = await her.html()
  await her.answer('p1', 'b')
  const wrong = await her.html()
  await her.answer('p1', 'a')

  expect(right).toContain(t('practice.correct'))
  expect(wrong).not.toContain(t('practice.correct'))
  expect(await her.html()).toBe(right)
})

it('keeps the answers of a signed-in person, and enrols her by the first one', async () => {
  const her = await reader({ enrolled: false })
  await her.answer('p1', 'none')
  expect(await her.enrolments()).toBe(0)
  await her.answer('p1', 'a')
  expect(await her.enrolments()).toBe(1)
  await her.answer('p2', 'a')

  expect(await her.done()).toBe('#lesson-end')
})

it('keeps nothing of a signed-out person, and offers no choice that could not be kept', async () => {
  const her = await reader({ enrolled: false, signedIn: false })
  await her.answer('p1', 'a')

  expect(await her.done()).toContain('/fr/sign-in')
  expect(await her.notDone()).toContain('/fr/sign-in')
  expect(await her.enrolments()).toBe(0)
  const html = await her.html()
  expect(html).not.toContain(t('lesson.finish'))
  expect(html).toContain(t('lesson.toCourse'))
})
