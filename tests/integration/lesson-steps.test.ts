import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { GET as getStep } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/[step]/route'
import { POST as postDone } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/done/route'
import { POST as postPractice } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/practice/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { courseSchema } from '@/domain/course/course'
import { translator } from '@/i18n/translator'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { singleChoice } from '@/tests/support/course-factories'
import { NOW } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

const t = translator('fr')
const STEPS = ['act', 'means', 'purpose', 'threshold']
/** What a question of these lessons says at a second try. */
const HINT = 'Relisez la liste des moyens.'
const TEXT = STEPS.map((id, place) => `## Titre ${id} {#${id}}\n\nUn passage.\n\n::quiz{id="p${place + 1}"}\n`).join(
  '\n',
)

/** A course with a lesson of four steps, each with a question whose right answer is `a`. */
async function publish() {
  const courseId = `course-${randomUUID()}`
  const small = smallCourse(courseId)
  const practice = STEPS.map((_, place) =>
    singleChoice({ id: `p${place + 1}`, hint: { ar: HINT, fr: HINT, en: HINT } }),
  )
  const content = courseSchema.parse({
    ...small,
    file: { ...small.file, complete: ['reach-end', 'answer-practice'] },
    lessons: small.lessons.map((lesson) => ({ ...lesson, practice, bodies: { ar: TEXT, fr: TEXT, en: TEXT } })),
  })
  const row = { courseId, number: 1, contentHash: courseId, lawDate: NOW, languages: ['ar'], content }
  const { id: releaseId } = await db().release.create({ data: row })
  releases.reset() // another course has just been published
  return { courseId, releaseId }
}

async function reader({ enrolled = true } = {}) {
  const { courseId, releaseId } = await publish()
  const { accountId, sessionId } = await insertPerson()
  if (enrolled) await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  await callAs(sessionId)
  const path = `/fr/courses/${courseId}/lessons/offence`
  const params = { locale: 'fr', course: courseId, lesson: 'offence' }
  const get = (rest: string) => new Request(`http://localhost:3000${path}${rest}`)
  const post = (fields: Record<string, string>) =>
    new Request(`http://localhost:3000${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  const told = ({ status, headers }: Response) => headers.get('location')?.replace(path, '') ?? status
  const lesson = { params: Promise.resolve(params) }
  return {
    /** Where the address of the lesson leads. */
    leads: async (query: string) => told(await getLesson(get(query), lesson)),
    step: async (step: string, query = '') => {
      const answer = await getStep(get(`/${step}${query}`), { params: Promise.resolve({ ...params, step }) })
      return { status: answer.status, html: await answer.text() }
    },
    answer: async (question: string, option: string, more: Record<string, string> = {}) =>
      told(await postPractice(post({ question, a: option, ...more }), lesson)),
    /** The question as the script of the page gets it back. */
    answerInPlace: async (fields: Record<string, string>) => {
      const request = post(fields)
      request.headers.set('x-fragment', '1')
      return (await postPractice(request, lesson)).text()
    },
    done: async (step: string) => told(await postDone(post({ end: '1', step }), lesson)),
    /** Moves all that she answered so far into the past. */
    wait: () =>
      db().$executeRaw`update "PracticeAnswer" set "answeredAt" = "answeredAt" - interval '1 hour'
        where "enrolmentId" in (select id from "Enrolment" where "accountId" = ${accountId}::uuid)`,
    tries: async (questionId: string) =>
      (await db().practiceAnswer.findFirst({ where: { questionId, enrolment: { accountId } } }))?.tries,
    state: () => db().lessonState.findFirst({ where: { enrolment: { accountId } } }),
  }
}

describe('a step', () => {
  it('shows one section with its question, and leads to the next', async () => {
    const her = await reader()
    const { status, html } = await her.step('means')

    expect(status).toBe(200)
    expect(html).toContain('Titre means')
    expect(html).toContain('id="quiz-p2"')
    expect(html).not.toContain('id="quiz-p1"')
    expect(html).toContain(t('lesson.step.position', { n: 2, total: 4 }))
    expect(html).toMatch(/href="[^"]*\/purpose"[^>]*data-key="n"/)
    expect(html).toMatch(/href="[^"]*\/act"[^>]*data-key="p"/)
  })

  it('numbers its blocks as the whole lesson does, and stores that she came to it', async () => {
    const her = await reader()
    const { html } = await her.step('means')

    expect(html).toContain('<div id="b3" class="block">')
    expect(html).not.toContain('<div id="b0" class="block">')
    expect(await her.state()).toMatchObject({ block: 3 })
  })

  it('has the words for the end of a session only while somebody is signed in, and leads back to the course', async () => {
    const her = await reader()
    expect((await her.step('act')).html).toContain('<template data-signed-out="true">')
    expect((await her.step('act')).html).toContain(`>${t('lesson.toCourse')}</a>`)

    await callAs(null)
    const { html } = await her.step('act')
    expect(html).not.toContain('data-signed-out')
    expect(html).toContain(t('lesson.signInToKeep'))
  })

  it('that the lesson does not have is not found', async () => {
    const her = await reader()

    expect((await her.step('nothing')).status).toBe(404)
  })

  it('stays where it is when its form is sent without a script', async () => {
    const her = await reader()

    expect(await her.answer('p1', 'a', { step: 'act' })).toBe('/act?practice=p1#quiz-p1')
    expect(await her.answer('p1', 'a', { step: '//evil.example' })).toBe('?practice=p1#quiz-p1')
  })
})

describe('a question that was answered wrongly', () => {
  it('comes back two steps later, in another order and without its answer', async () => {
    const her = await reader()
    await her.answer('p1', 'b', { step: 'act' })
    await her.answer('p2', 'a', { step: 'means' })

    expect((await her.step('act')).html).toContain(t('lesson.step.returns'))
    expect((await her.step('means')).html).toMatch(/href="[^"]*\/purpose"[^>]*data-key="n"/)
    expect((await her.step('purpose')).html).toMatch(/href="[^"]*\/act\?again"[^>]*data-key="n"/)
    expect((await her.step('act')).html).not.toContain(HINT)
    const { html } = await her.step('act', '?again')
    expect(html).toContain(t('lesson.step.secondTry'))
    expect(html).toContain(HINT)
    expect(html).not.toContain('data-feedback')
    const options = [...html.matchAll(/name="a"[^>]*value="(\w)"/g)].map(([, option]) => option)
    expect(options).toEqual(['c', 'a', 'b'])
  })

  it('counts as done after a second try that took the time to read it', async () => {
    const her = await reader()
    await her.answer('p1', 'b')
    await her.answer('p1', 'c')
    expect(await her.tries('p1')).toBe(1)
    expect(await her.leads('?at=resume')).toBe('/means')

    await her.wait()
    await Promise.all([her.answer('p1', 'b'), her.answer('p1', 'b')])
    expect(await her.tries('p1')).toBe(2)
    expect((await her.step('purpose')).html).not.toContain('?again"')
  })

  it('says that it comes back until the second try counts, and then no more', async () => {
    const her = await reader()
    const wrong = { question: 'p1', a: 'b', step: 'act' }
    const comesBack = 'href="act?again"'
    expect(await her.answerInPlace(wrong)).toContain(comesBack)
    expect(await her.answerInPlace({ ...wrong, again: '1' })).toContain(comesBack)
    expect(await her.answerInPlace({ ...wrong, again: '1' })).not.toContain('data-done')

    await her.wait()
    const counted = await her.answerInPlace({ ...wrong, again: '1' })
    expect(counted).not.toContain(comesBack)
    expect(counted).toContain('data-done')
    expect((await her.step('act')).html).not.toContain(comesBack)
  })

  it('does not come back to somebody whose answers are not stored, who may change it', async () => {
    const her = await reader({ enrolled: false })
    await callAs(null)
    const html = await her.answerInPlace({ question: 'p1', a: 'b', step: 'act' })

    expect(html).not.toContain('?again')
    expect(html).toContain(t('practice.again'))
  })

  it('completes the lesson only once every question was answered rightly or tried twice', async () => {
    const her = await reader()
    for (const question of ['p1', 'p2', 'p3', 'p4']) await her.answer(question, 'b')
    for (const question of ['p1', 'p2', 'p3', 'p4']) await her.answer(question, 'c')
    expect(await her.done('threshold')).toBe('/threshold?done=refused#lesson-end')

    for (const question of ['p1', 'p2', 'p3']) await her.answer(question, 'a')
    await her.wait()
    await her.answer('p4', 'b')
    expect(await her.done('threshold')).toBe('/threshold#lesson-end')
    expect((await her.state())?.completedAt).toBeInstanceOf(Date)
  })
})

describe('the address of a lesson', () => {
  it('leads to the first step that is not done, or to the one that holds what it names', async () => {
    const her = await reader()
    expect(await her.leads('?at=resume')).toBe('/act')
    await her.answer('p1', 'a')

    expect(await her.leads('?at=resume')).toBe('/means')
    expect(await her.leads('?at=b4')).toBe('/means#b4')
    expect(await her.leads('?at=quiz-p3')).toBe('/purpose#quiz-p3')
    expect(await her.leads('?at=threshold')).toBe('/threshold#threshold')
    expect(await her.leads('?at=a%0d%0ab')).toBe('/means')
    expect(await her.leads('')).toBe(200)
  })

  it('leads to the whole lesson for a reader who chose that, until she chooses steps again', async () => {
    const her = await reader()
    expect(await her.leads('?view=whole')).toBe('')

    expect(await her.leads('?at=resume')).toBe('')
    expect(await her.leads('?at=b4')).toBe('#b4')
    expect(await her.leads('?view=steps')).toBe('/act')
    expect(await her.leads('?at=b4')).toBe('/means#b4')
  })
})
