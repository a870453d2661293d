import { expect, it } from 'vitest'
import { readAnswerForm } from './read-answer-form'

const attempt = '0197a1c2-7f00-7000-8000-000000000001'

function read(fields: Record<string, unknown>, position = 3) {
  return readAnswerForm(Object.entries({ attempt, go: '4', ...fields }), position)
}

it('reads the whole form', () => {
  expect(read({ a: 'b', certainty: 'fairly', flagged: '1' })).toEqual({
    attemptId: attempt,
    go: '4',
    saved: { position: 3, answer: ['b'], certainty: 'fairly', flagged: true, ageMs: 0 },
  })
})

it('clears an answer, a certainty and a flag that are not sent', () => {
  expect(read({})?.saved).toEqual({ position: 3, answer: null, certainty: null, flagged: false, ageMs: 0 })
})

it('goes to a question or to the check, and nowhere else', () => {
  expect(read({ go: 'check' })?.go).toBe('check')
  expect(['0/../../admin', '//example.org', '', '1234', 'result'].map((go) => read({ go }))).toEqual(
    Array(5).fill(null),
  )
})

it.each<[string, Record<string, unknown>]>([
  ['without an attempt', { attempt: undefined }],
  ['of an attempt that is no id', { attempt: "1' OR 1=1" }],
  ['with a file for an attempt', { attempt: new Blob(['x']) }],
  ['with a certainty of its own', { certainty: 'absolutely' }],
  ['with an option that no question can have', { a: 'x'.repeat(41) }],
])('refuses a form %s', (_, fields) => {
  expect(read(fields)).toBeNull()
})

it('refuses more choices than any question has', () => {
  const nine = Array.from({ length: 9 }, (): [string, unknown] => ['a', 'b'])

  expect(readAnswerForm([['attempt', attempt], ['go', '4'], ...nine], 3)).toBeNull()
})

it.each([0, 201, Number.NaN, 1.5])('refuses the position %d', (position) => {
  expect(read({ a: 'b' }, position)).toBeNull()
})

it('returns to the moved option, and keeps the other fields of the form', () => {
  const order = { 'o.b': '1', 'o.a': '2', 'o.c': '3', move: 'a:up', go: undefined, certainty: 'sure', flagged: '1' }
  const sent = Object.entries({ attempt, ...order }).filter(([, value]) => value !== undefined)

  expect(readAnswerForm(sent, 3)).toEqual({
    attemptId: attempt,
    go: '3#question-a',
    saved: { position: 3, answer: ['a', 'b', 'c'], certainty: 'sure', flagged: true, ageMs: 0 },
  })
})

it.each(['../../admin:up', 'a:up\n', 'x'.repeat(41).concat(':down'), 'a:left'])('leads nowhere else: %j', (move) => {
  expect(readAnswerForm(Object.entries({ attempt, 'o.a': '1', move }), 3)?.go).toBe('3#question-hint')
})
