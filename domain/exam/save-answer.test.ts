import { expect, it } from 'vitest'
import { saveAnswerBodySchema, savedAnswerSchema } from './save-answer'

const parsed = (sent: unknown) => savedAnswerSchema.safeParse(sent).data

it('leaves out what was not sent, so that it stays as it was', () => {
  expect(parsed({ position: 2, flagged: true })).toEqual({ position: 2, flagged: true, ageMs: 0 })
})

it('tells an answer that was cleared from one that was not sent', () => {
  expect(parsed({ position: 2, answer: null, certainty: null })).toEqual({
    position: 2,
    answer: null,
    certainty: null,
    ageMs: 0,
  })
})

it('keeps how long an answer waited for the network', () => {
  expect(parsed({ position: 1, answer: { p1: 'a' }, ageMs: 5000 })?.ageMs).toBe(5000)
})

it.each<[string, object]>([
  ['a place before the first', { position: 0 }],
  ['a place that is a text', { position: '1' }],
  ['an answer of the future', { ageMs: -1 }],
  ['an answer that waited more than a year', { ageMs: 366 * 86_400_000 }],
  ['a certainty of its own', { certainty: 'certain' }],
  ['an answer that is a text', { answer: 'a' }],
  ['an answer with numbers in it', { answer: [1] }],
  ['more than it is asked for', { points: 1 }],
])('refuses %s', (_, change) => {
  expect(parsed({ position: 1, ...change })).toBeUndefined()
})

it.each([
  ['a course', 'fundamentals-2', true],
  ['a null byte', 'a\u0000b', false],
  ['half a character', '\ud800', false],
  ['more than any id has', 'a'.repeat(81), false],
])('takes %s for a course or refuses it', (_, courseId, taken) => {
  const body = { courseId, attemptId: '0197a1c2-7f00-7000-8000-000000000001', saved: { position: 1 } }

  expect(saveAnswerBodySchema.safeParse(body).success).toBe(taken)
})
