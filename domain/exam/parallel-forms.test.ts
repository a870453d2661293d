import fc from 'fast-check'
import { expect, it } from 'vitest'
import { singleChoice, trueFalse } from '@/tests/support/course-factories'
import { seededGenerator } from '../cohort/statistics/seeded-generator'
import type { QuestionKey } from '../question/question'
import type { DrawnQuestion } from './draw-exam'
import { drawParallelForms } from './parallel-forms'

const objectives = { qualify: 2, child: 1 }
const numbered = (count: number, make: (place: number) => QuestionKey) =>
  Array.from({ length: count }, (_, n) => make(n))
const bank = [
  ...numbered(3, (n) => singleChoice({ id: `single-${n}`, objective: 'qualify' })),
  ...numbered(3, (n) => trueFalse({ id: `truth-${n}`, objective: 'qualify' })),
  ...numbered(2, (n) => singleChoice({ id: `child-${n}`, objective: 'child' })),
]
const find = (id: string) => bank.find((question) => question.id === id)
const count = (form: readonly DrawnQuestion[], of: (question: QuestionKey) => string) =>
  form.map(({ questionId }) => of(find(questionId) as QuestionKey)).toSorted()

it('draws both forms by the blueprint, with no question in both and the same kinds in each', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const forms = drawParallelForms(bank, { objectives }, seededGenerator(seed))
      if (!forms) throw new Error('no forms')
      const { before, after } = forms
      const ids = [...before, ...after].map(({ questionId }) => questionId)
      expect(new Set(ids).size).toBe(6)
      expect(count(before, ({ objective }) => objective)).toEqual(['child', 'qualify', 'qualify'])
      expect(count(after, ({ objective }) => objective)).toEqual(count(before, ({ objective }) => objective))
      expect(count(after, ({ kind }) => kind)).toEqual(count(before, ({ kind }) => kind))
    }),
  )
})

it('gives one cohort the same forms each time, and another cohort others', () => {
  const formsOf = (seed: number) => drawParallelForms(bank, { objectives }, seededGenerator(seed))

  expect(formsOf(7)).toEqual(formsOf(7))
  expect(new Set([1, 2, 3, 4, 5].map((seed) => JSON.stringify(formsOf(seed)))).size).toBeGreaterThan(1)
})

it('pairs the remaining questions if kinds do not come in twos', () => {
  const odd = [singleChoice({ id: 'single-0', objective: 'child' }), trueFalse({ id: 'truth-0', objective: 'child' })]

  const forms = drawParallelForms(odd, { objectives: { child: 1 } }, seededGenerator(1))

  expect(forms?.before).toHaveLength(1)
  expect(forms?.after[0]?.questionId).not.toBe(forms?.before[0]?.questionId)
})

it('draws none when the bank has not twice the questions of an objective', () => {
  expect(drawParallelForms(bank, { objectives: { child: 2 } }, seededGenerator(1))).toBeNull()
  expect(drawParallelForms(bank, { objectives: { repair: 1 } }, seededGenerator(1))).toBeNull()
})
