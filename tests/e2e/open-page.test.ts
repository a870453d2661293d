import type { Page } from '@playwright/test'
import type { KeyOf, QuestionKey, QuestionKind } from '@/domain/question/question'
import { examPath, give } from '../support/e2e/answering'
import type { DrawnQuestion } from '../support/e2e/rows'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

/**
 * What open pages of the exam send, as of 25 November 2026. A page outlives deployments: entries may be added here but
 * never changed, or the answer that a learner gives on an older page would be lost.
 */
const CONTRACT = {
  save: { method: 'PUT', path: '/api/exam/answers', type: 'application/json' },
  saved: ['ageMs', 'answer', 'certainty', 'flagged', 'givenAt', 'position'],
  answerForm: (n: number) => `/fr/courses/${COURSE}/exam/${n}/answer`,
  fields: { attempt: 'attempt', go: 'go', certainty: 'certainty', flagged: 'flagged' },
  choice: 'a',
  match: (prompt: string) => `m.${prompt}`,
  rank: (option: string) => `o.${option}`,
  place: (option: string) => `k.${option}`,
  number: (asked: string) => `n.${asked}`,
  move: 'move',
  handInForm: `/fr/courses/${COURSE}/exam/hand-in`,
  handInFields: ['attempt'],
} as const

const keyOf = (bank: readonly QuestionKey[], { questionId }: DrawnQuestion) => {
  const key = bank.find(({ id }) => id === questionId)
  if (!key) throw new Error(`no question ${questionId}`)
  return key
}

type Fields = [string, string][]
const choose = ({ correct }: { correct: readonly string[] }): Fields => correct.map((id) => [CONTRACT.choice, id])
type Sent<K extends QuestionKind> = (key: KeyOf<K>) => Fields
/** The fields that send the right answer, by the question's kind. */
const ANSWER: { readonly [K in QuestionKind]: Sent<K> } = {
  single: choose,
  multiple: choose,
  'true-false': choose,
  matching: ({ correct }) => Object.entries(correct).map(([prompt, id]) => [CONTRACT.match(prompt), id]),
  ordering: ({ correct }) => correct.map((id, place) => [CONTRACT.rank(id), String(place + 1)]),
  ranking: ({ correct }) => Object.entries(correct).map(([id, place]) => [CONTRACT.place(id), place]),
  computing: ({ correct }) => Object.entries(correct).map(([asked, number]) => [CONTRACT.number(asked), number]),
  marking: choose,
  completing: ({ correct }) => Object.entries(correct).map(([blank, id]) => [CONTRACT.match(blank), id]),
}
const answerOf = <K extends QuestionKind>({ kind }: { kind: K }): Sent<K> => ANSWER[kind]
const answerFields = (key: QuestionKey): Fields => answerOf(key)(key)

/** The names of the fields in the only form that posts to an address. */
const fieldsOf = async (page: Page, action: string) => {
  const names = await page
    .locator(`form[method="post"][action="${action}"] [name]`)
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('name') ?? ''))
  return [...new Set(names)].toSorted()
}

test('a page that was open over a deployment still saves every kind of answer and hands in', async ({
  page,
  sit,
  course,
  rows,
  baseURL,
}) => {
  const { someone, attempt } = await sit()
  const headers = { origin: baseURL ?? '' }
  const post = (path: string, fields: [string, string][]) =>
    page.request.post(path, {
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      data: new URLSearchParams(fields).toString(),
      maxRedirects: 0,
    })

  for (const drawn of attempt.questions) {
    const key = keyOf(course.bank, drawn)
    const { position } = drawn
    const last = position === attempt.questions.length
    if (position % 2 === 0) {
      const saved = { position, answer: key.correct, certainty: 'sure', flagged: false, givenAt: Date.now(), ageMs: 0 }
      const answer = await page.request.put(CONTRACT.save.path, {
        headers,
        data: { courseId: COURSE, attemptId: attempt.id, saved },
      })
      expect([answer.status(), await answer.json()]).toEqual([200, { outcome: 'saved' }])
    } else {
      const go = last ? 'check' : String(position + 1)
      const answer = await post(CONTRACT.answerForm(position), [
        ['attempt', attempt.id],
        ...answerFields(key),
        ['certainty', 'fairly'],
        ['flagged', '1'],
        ['go', go],
      ])
      expect([answer.status(), answer.headers().location]).toEqual([303, `/fr/courses/${COURSE}/exam/${go}`])
    }
  }

  const { questions } = await rows.openAttempt(someone, COURSE)
  expect(questions.map(({ answer }) => answer)).toEqual(questions.map((drawn) => keyOf(course.bank, drawn).correct))
  expect(questions.map(({ certainty }) => certainty)).toEqual(
    questions.map(({ position }) => (position % 2 === 0 ? 'sure' : 'fairly')),
  )
  const handedIn = await post(CONTRACT.handInForm, [['attempt', attempt.id]])
  expect([handedIn.status(), handedIn.headers().location]).toEqual([303, `/fr/courses/${COURSE}/exam/result?attempt=1`])
  expect(await rows.countCertificates(someone)).toBe(1)
})

test('the current pages send what this contract lists', async ({ page, sit, course }) => {
  const { attempt } = await sit()
  const kinds = new Map(attempt.questions.map((drawn) => [keyOf(course.bank, drawn).kind, drawn]))
  for (const drawn of kinds.values()) {
    const key = keyOf(course.bank, drawn)
    const { position } = drawn
    await page.goto(examPath('fr', COURSE, position))
    const { attempt: id, certainty, flagged, go } = CONTRACT.fields
    // A choice has one field for all its options; an ordering has a rank field for every option, and buttons.
    const buttons = key.kind === 'ordering' ? [CONTRACT.move] : []
    const answer = [...new Set([...answerFields(key).map(([name]) => name), ...buttons])]
    expect(await fieldsOf(page, CONTRACT.answerForm(position)), key.kind).toEqual(
      [id, certainty, flagged, go, ...answer].toSorted(),
    )

    const sending = page.waitForRequest(`**${CONTRACT.save.path}`)
    await give(page, key, key.correct, 'fr')
    const sent = await sending
    expect([sent.method(), sent.headers()['content-type']]).toEqual([CONTRACT.save.method, CONTRACT.save.type])
    expect((await sent.response())?.status()).toBe(204)
    const body = sent.postDataJSON()
    expect(body).toMatchObject({ courseId: COURSE, attemptId: attempt.id, saved: { position } })
    expect(CONTRACT.saved).toEqual(expect.arrayContaining(Object.keys(body.saved)))
    expect(body.saved).toMatchObject({ answer: expect.anything() })
    await expect(page.getByRole('status').getByText(t('fr', 'exam.status.saved'), { exact: true })).toBeVisible()
  }

  await page.goto(examPath('fr', COURSE, 'check'))
  expect(await fieldsOf(page, CONTRACT.handInForm)).toEqual([...CONTRACT.handInFields])
})
