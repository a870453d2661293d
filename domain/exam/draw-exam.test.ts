import fc from 'fast-check'
import { expect, it } from 'vitest'
import { option, ordering, singleChoice, trueFalse } from '@/tests/support/course-factories'
import { anyQuestion } from '@/tests/support/question-arbitraries'
import { seededGenerator as dice } from '../cohort/statistics/seeded-generator'
import type { QuestionKey } from '../question/question'
import { drawExam } from './draw-exam'

const OBJECTIVES = ['qualify', 'distinguish', 'child']
const anyDice = fc.oneof(
  fc.integer().map(dice),
  fc.constantFrom(0, 0.999_999).map((side) => () => side),
)

/** A bank, a blueprint that it can fill, the questions seen before, and the exam drawn from them. */
const anyDraw = fc
  .array(fc.tuple(anyQuestion, fc.constantFrom(...OBJECTIVES), fc.boolean()), { minLength: 1, maxLength: 40 })
  .map((entries) => ({
    bank: entries.map(([question, objective], place): QuestionKey => ({ ...question, id: `q${place}`, objective })),
    seen: new Set(entries.flatMap(([, , known], place) => (known ? [`q${place}`] : []))),
  }))
  .chain(({ bank, seen }) => {
    const sizes = OBJECTIVES.map((name): [string, number] => [name, of(bank, name).length]).filter(([, size]) => size)
    const counts = sizes.map(([name, max]): [string, fc.Arbitrary<number>] => [name, fc.integer({ min: 1, max })])
    return fc.tuple(fc.record(Object.fromEntries(counts)), anyDice).map(([objectives, random]) => {
      const exam = drawExam(bank, { objectives }, seen, random)
      const questions = exam.flatMap(({ questionId }) => bank.filter(({ id }) => id === questionId))
      return { bank, seen, objectives, exam, questions }
    })
  })

function of(questions: readonly QuestionKey[], objective: string): QuestionKey[] {
  return questions.filter((question) => question.objective === objective)
}

it('draws what the blueprint asks for, objective by objective', () => {
  fc.assert(
    fc.property(anyDraw, ({ questions, objectives }) => {
      const drawn = Object.keys(objectives).map((name) => [name, of(questions, name).length])
      expect(Object.fromEntries(drawn)).toEqual(objectives)
      expect(questions).toHaveLength(Object.values(objectives).reduce((sum, count) => sum + count, 0))
    }),
  )
})

it('asks no question twice', () => {
  fc.assert(fc.property(anyDraw, ({ exam }) => new Set(exam.map(({ questionId }) => questionId)).size === exam.length))
})

it('repeats a question of an earlier attempt only when no fresh one of its objective is left', () => {
  fc.assert(
    fc.property(anyDraw, ({ bank, seen, objectives, questions }) => {
      for (const name of Object.keys(objectives)) {
        const fresh = of(bank, name).filter(({ id }) => !seen.has(id))
        const repeats = of(questions, name).some(({ id }) => seen.has(id))
        if (repeats) expect(of(questions, name)).toEqual(expect.arrayContaining(fresh))
      }
    }),
  )
})

it('offers every option once', () => {
  fc.assert(
    fc.property(anyDraw, ({ exam, questions }) => {
      const ids = questions.map(({ options }) => options.map(({ id }) => id).toSorted())
      expect(exam.map(({ order }) => order.toSorted())).toEqual(ids)
    }),
  )
})

it('depends only on the random numbers', () => {
  const bank = Array.from({ length: 12 }, (_, place) => singleChoice({ id: `q${place}` }))
  const draw = (seed: number) => JSON.stringify(drawExam(bank, { objectives: { qualify: 4 } }, new Set(), dice(seed)))

  expect(draw(7)).toBe(draw(7))
  expect(new Set([1, 2, 3, 4, 5].map(draw)).size).toBe(5)
})

it('brings every order of three options equally often', () => {
  const sixths = [0, 1, 2, 3, 4, 5].map((side) => (side + 0.5) / 6)
  const orders = sixths.flatMap((first) =>
    sixths.map((second) => {
      const throws = [first, second]
      const [drawn] = drawExam([singleChoice()], { objectives: { qualify: 1 } }, new Set(), () => throws.shift() ?? 0)
      return drawn?.order.join('')
    }),
  )

  expect(orders.toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'].flatMap((order) => Array(6).fill(order)))
})

it('keeps true before false, and does not change the bank', () => {
  const bank = [trueFalse({ id: 'q1' }), ordering({ id: 'q2', options: ['a', 'b', 'c', 'd'].map((id) => option(id)) })]
  const before = structuredClone(bank)

  for (const seed of [1, 2, 3, 4, 5]) {
    const exam = drawExam(bank, { objectives: { qualify: 2 } }, new Set(), dice(seed))
    expect(exam.find(({ questionId }) => questionId === 'q1')?.order).toEqual(['true', 'false'])
  }
  expect(bank).toEqual(before)
})

it('says which objective the bank cannot fill', () => {
  const draw = () => drawExam([singleChoice()], { objectives: { qualify: 2 } }, new Set(), dice(1))

  expect(draw).toThrow(new RangeError('objective qualify: 1 of 2 questions'))
})
