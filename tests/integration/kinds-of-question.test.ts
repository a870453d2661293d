import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as postAnswer } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/answer/route'
import { GET as getQuestion } from '@/app/[locale]/(learn)/courses/[course]/exam/[n]/route'
import { GET as getKept } from '@/app/[locale]/(learn)/courses/[course]/kept/[lesson]/route'
import { POST as postPractice } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/practice/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getOwner } from '@/app/api/account/owner/route'
import { PUT as putAnswer } from '@/app/api/exam/answers/route'
import { POST as postAct } from '@/app/api/lessons/offline/route'
import type { Course } from '@/domain/course/course'
import { FORMS } from '@/domain/question/kinds/forms'
import { kindOf } from '@/domain/question/kinds/kinds'
import type { QuestionKey } from '@/domain/question/question'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { completing, computing, marking, ranking } from '@/tests/support/course-factories'
import { examinee } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'

const t = translator('fr')
const HERE = 'http://localhost:3000'
const BANK: QuestionKey[] = [
  computing({ id: 'q1' }),
  ranking({ id: 'q2' }),
  marking({ id: 'q3' }),
  completing({ id: 'q4' }),
]
const exam = { questions: 4, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 4 } }

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

/** A learner in an exam with one question of each kind, with the position of each. */
async function sitting() {
  const her = await examinee({ course: { bank: BANK, exam } })
  await her.start()
  await callAs(her.sessionId)
  const places = new Map((await her.questions()).map(({ questionId, position }) => [questionId, position]))
  const place = (id: string) => places.get(id) ?? 0
  const params = (id: string) => Promise.resolve({ locale: 'fr', course: her.courseId, n: `${place(id)}` })
  const { id: attempt } = await her.attempt()
  const path = (id: string) => `${HERE}/fr/courses/${her.courseId}/exam/${place(id)}`
  return {
    ...her,
    place,
    stored: async (id: string) => (await her.questions()).find(({ questionId }) => questionId === id)?.answer,
    page: async (id: string, query = '') =>
      (await getQuestion(new Request(`${path(id)}${query}`), { params: params(id) })).text(),
    /** What a page without scripts sends. */
    send: (id: string, fields: [string, string][]) => {
      const body = new URLSearchParams([['attempt', attempt], ...fields])
      return postAnswer(new Request(`${path(id)}/answer`, { method: 'POST', body }), { params: params(id) })
    },
    put: (id: string, answer: unknown) => {
      const body = JSON.stringify({
        courseId: her.courseId,
        attemptId: attempt,
        saved: { position: place(id), answer },
      })
      const headers = { 'content-type': 'application/json' }
      return putAnswer(new Request(`${HERE}/api/exam/answers`, { method: 'PUT', headers, body }))
    },
  }
}

describe('an exam', () => {
  it('is passed with the right answers, and earns for each kind what its rules say', async () => {
    const her = await sitting()
    for (const key of BANK) await her.save({ position: her.place(key.id), answer: key.correct })
    await her.handIn()
    expect(await her.attempt()).toMatchObject({ earned: 4, possible: 4, passed: true })

    const other = await sitting()
    const half = { q1: { min: '10' }, q2: { a: '2', b: '3', c: '1' }, q3: ['a'], q4: { b1: 'a', b2: 'c' } }
    for (const [id, answer] of Object.entries(half)) await other.save({ position: other.place(id), answer })
    await other.handIn()
    expect((await other.attempt()).earned).toBeCloseTo(0.5 + 1 / 3 + 0.5 + 0.5)
  })

  it.each(BANK)('shows nothing of the key of a question of the kind $kind', async (key) => {
    const html = await (await sitting()).page(key.id)

    expect(html).toContain('texte stem')
    expect(html).not.toMatch(/feedback|explanation|texte step/)
    for (const { id } of key.options) if (key.kind === 'computing') expect(html).not.toContain(`value="${id}"`)
  })

  it('stores a number in one form, however it is typed', async () => {
    const her = await sitting()
    const { status } = await her.send('q1', [
      ['n.min', ' ١٠ سنوات '],
      ['n.max', '20,50'],
      ['go', 'check'],
    ])

    expect(status).toBe(303)
    expect(await her.stored('q1')).toEqual({ min: '10', max: '20.5' })
  })

  it('gives back a number that can be read in two ways, and keeps the answer of before', async () => {
    const her = await sitting()
    await her.save({ position: her.place('q1'), answer: { min: '5', max: '8' } })
    const { headers } = await her.send('q1', [
      ['n.min', '10,000'],
      ['n.max', '20'],
      ['go', 'check'],
    ])
    const to = new URL(headers.get('location') ?? '', HERE)

    expect(to.pathname).toBe(`/fr/courses/${her.courseId}/exam/${her.place('q1')}`)
    const html = await her.page('q1', to.search)
    expect(html).toContain('value="10,000"')
    expect(html).toContain('value="20"')
    expect(html).toContain(t('practice.number.ambiguous'))
    expect(await her.stored('q1')).toEqual({ min: '5', max: '8' })
  })

  it.each([[{ min: '10,000' }], [{ min: '10', z: '1' }], [{ min: 'dix' }]])(
    'refuses %j from a script too',
    async (answer) => {
      const her = await sitting()

      expect((await her.put('q1', answer)).status).toBe(400)
      expect(await her.stored('q1')).toBeNull()
    },
  )

  it('gives a step the place of its neighbour without a script, and returns to that step', async () => {
    const her = await sitting()
    const listed = [...(await her.page('q2')).matchAll(/ name="k\.(\w)"/g)].map(([, id = '']) => id)
    const [first = '', second = '', third = ''] = listed
    const fields = listed.map((id): [string, string] => [`k.${id}`, ''])
    const { headers } = await her.send('q2', [...fields, ['move', `${second}:up`]])

    expect(headers.get('location')).toMatch(new RegExp(`/exam/${her.place('q2')}#question-${second}$`))
    expect(await her.stored('q2')).toEqual({ [first]: '1', [second]: '1', [third]: '2' })
  })

  it('refuses places with a gap, an unknown span and a choice of another blank', async () => {
    const her = await sitting()
    for (const [id, answer] of [
      ['q2', { a: '1', b: '3', c: '3' }],
      ['q3', ['a', 'z']],
      ['q4', { b1: 'd' }],
    ] as const) {
      expect((await her.put(id, answer)).status).toBe(400)
      expect(await her.stored(id)).toBeNull()
    }
  })
})

describe('practice', () => {
  const QUIZZES = BANK.map(({ id }) => `::quiz{id="${id.replace('q', 'p')}"}`).join('\n\n')
  const practice = BANK.map((key) => ({ ...key, id: key.id.replace('q', 'p') }))

  async function reading() {
    const { lessons } = smallCourse('course')
    const course: Partial<Course> = {
      lessons: lessons.map((lesson) => ({ ...lesson, bodies: { ar: QUIZZES, fr: QUIZZES, en: QUIZZES }, practice })),
    }
    const her = await examinee({ course, lessonsDone: false })
    await callAs(her.sessionId)
    const lesson = `/fr/courses/${her.courseId}/lessons/offence`
    const params = () => Promise.resolve({ locale: 'fr', course: her.courseId, lesson: 'offence' })
    return {
      her,
      read: async (query = '') =>
        (await getLesson(new Request(`${HERE}${lesson}${query}`), { params: params() })).text(),
      answer: (fields: [string, string][], headers: Record<string, string> = {}) =>
        postPractice(
          new Request(`${HERE}${lesson}/practice`, { method: 'POST', headers, body: new URLSearchParams(fields) }),
          { params: params() },
        ),
      kept: () => db().practiceAnswer.findMany({ where: { enrolment: { accountId: her.accountId } } }),
    }
  }

  it.each(practice)('takes the right answer and a wrong one of the kind $kind', async (key) => {
    const { answer, kept } = await reading()
    const send = (given: typeof key.correct) => {
      const fields = FORMS[key.kind].write(given).map(([name, value]): [string, string] => [name, value])
      return answer([['question', key.id], ...fields], { 'x-fragment': '1' })
    }
    const wrong = kindOf(key).mistake(key, ([first]) => first)

    expect(await (await send(wrong)).text()).not.toContain(`> ${t('practice.correct')}</p>`)
    expect(await (await send(key.correct)).text()).toContain(` ${t('practice.correct')}</p>`)
    expect(await kept()).toMatchObject([{ questionId: key.id, answer: key.correct }])
  })

  it('shows the steps of a number after an answer and not before', async () => {
    const { answer, read } = await reading()
    expect(await read()).not.toContain('texte step')

    await answer([
      ['question', 'p1'],
      ['n.min', '5'],
      ['n.max', '20,5'],
    ])
    expect(await read()).toContain('texte step')
  })

  it('says why a number is not read, with and without the script, and keeps nothing', async () => {
    const { answer, read, kept } = await reading()
    const fields: [string, string][] = [
      ['question', 'p1'],
      ['n.min', '10 mois'],
    ]
    const fragment = await (await answer(fields, { 'x-fragment': '1' })).text()
    const { headers } = await answer(fields)
    const page = await read(new URL(headers.get('location') ?? '', HERE).search)

    for (const html of [fragment, page]) {
      expect(html).toContain('value="10 mois"')
      expect(html).toContain(`<span data-fault="other-unit">${t('practice.number.other-unit')}`)
      expect(html).not.toContain('texte step')
    }
    expect(await kept()).toEqual([])
  })

  it('can be asked on a device without its key, and an answer from there is read as on the site', async () => {
    const { her, kept } = await reading()
    const params = Promise.resolve({ locale: 'fr', course: her.courseId, lesson: 'offence' })
    const html = await (
      await getKept(new Request(`${HERE}/fr/courses/${her.courseId}/kept/offence`), { params })
    ).text()
    for (const name of ['n.min', 'k.a', 'm.b1']) expect(html).toContain(`name="${name}"`)
    expect(html).not.toMatch(/feedback|texte step|explanation/)

    const { owner } = await (await getOwner(new Request(`${HERE}/api/account/owner`))).json()
    const act = { owner, courseId: her.courseId, lessonId: 'offence', releaseId: her.releaseId, ageMs: 0 }
    const send = (min: string) =>
      postAct(
        new Request(`${HERE}/api/lessons/offline`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...act, practice: { questionId: 'p1', answer: { min, max: '20,5' } } }),
        }),
      )
    expect((await send('10,000')).status).toBe(400)
    expect(await (await send('١٠')).json()).toEqual({ outcome: 'saved' })
    expect(await kept()).toMatchObject([{ questionId: 'p1', answer: { min: '10', max: '20.5' } }])
  })
})
