import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lessonConditions, mayComplete, whySettled } from './lesson-completion'

const RULES = ['reach-end', 'answer-practice'] as const
const practice = ['p1', 'p2', 'p3'].map((id) => ({ id }))
const read = (endReached: boolean, ...answered: string[]) => ({ endReached, practice, answered: new Set(answered) })

it('says of each condition whether it is met, and which question comes next', () => {
  expect(lessonConditions(RULES, read(false, 'p1', 'p3'))).toEqual([
    { rule: 'reach-end', met: false },
    { rule: 'answer-practice', met: false, answered: 2, total: 3, next: 'p2' },
  ])
})

it('is complete once the end was reached and every question answered', () => {
  const conditions = lessonConditions(RULES, read(true, 'p3', 'p2', 'p1'))

  expect(conditions).toEqual([
    { rule: 'reach-end', met: true },
    { rule: 'answer-practice', met: true, answered: 3, total: 3, next: null },
  ])
  expect(mayComplete(conditions)).toBe(true)
})

it('requires nothing in a release without rules, and otherwise only what its rules require', () => {
  expect(lessonConditions(undefined, read(false))).toEqual([])
  expect(mayComplete(lessonConditions(undefined, read(false)))).toBe(true)
  expect(mayComplete(lessonConditions(['reach-end'], read(true)))).toBe(true)
  expect(mayComplete(lessonConditions(['answer-practice'], read(false, 'p1', 'p2', 'p3')))).toBe(true)
})

it('counts no answer to a question of another lesson', () => {
  expect(lessonConditions(['answer-practice'], read(true, 'q1', 'q2', 'q3'))).toMatchObject([
    { met: false, answered: 0 },
  ])
})

it('is complete only with everything, whatever is missing', () => {
  const someIds = fc.subarray(practice.map(({ id }) => id))
  fc.assert(
    fc.property(fc.boolean(), someIds, (endReached, answered) => {
      const conditions = lessonConditions(RULES, read(endReached, ...answered))
      expect(mayComplete(conditions)).toBe(endReached && answered.length === practice.length)
    }),
  )
})

it('is settled by the exam or the second test', () => {
  expect(whySettled({ exam: false, secondTest: false })).toBeNull()
  expect(whySettled({ exam: false, secondTest: true })).toBe('second-test')
  expect(whySettled({ exam: true, secondTest: true })).toBe('exam')
})
