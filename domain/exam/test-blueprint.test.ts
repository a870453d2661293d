import fc from 'fast-check'
import { expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import { seededGenerator } from '../cohort/statistics/seeded-generator'
import { drawParallelForms } from './parallel-forms'
import { testBlueprint } from './test-blueprint'

const bankOf = (sizes: Record<string, number>) =>
  Object.entries(sizes).flatMap(([objective, count]) =>
    Array.from({ length: count }, (_, n) => singleChoice({ id: `${objective}-${n}`, objective })),
  )

it('asks half as many questions of each objective as the exam', () => {
  const bank = bankOf({ qualify: 20, child: 20 })

  expect(testBlueprint(bank, { objectives: { qualify: 6, child: 3 } })).toEqual({
    objectives: { qualify: 3, child: 2 },
  })
})

it('asks at most half of the questions that the bank holds beyond an exam', () => {
  const bank = bankOf({ qualify: 20, child: 6 })

  expect(testBlueprint(bank, { objectives: { qualify: 6, child: 3 } })?.objectives).toEqual({ qualify: 3, child: 1 })
})

it('leaves out an objective with fewer than two questions to spare in the bank', () => {
  const bank = bankOf({ qualify: 20, child: 4 })

  expect(testBlueprint(bank, { objectives: { qualify: 8, child: 3 } })?.objectives).toEqual({ qualify: 4 })
})

it('holds no test of fewer than four questions', () => {
  expect(testBlueprint(bankOf({ qualify: 20 }), { objectives: { qualify: 6 } })).toBeNull()
  expect(testBlueprint([], { objectives: { qualify: 6 } })).toBeNull()
})

it('always leaves enough questions for an exam that no test asked', () => {
  const size = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(size, size, size, size, fc.integer(), (held, inExam, heldToo, inExamToo, seed) => {
      const objectives = { qualify: inExam, child: inExamToo }
      const bank = bankOf({ qualify: held + inExam, child: heldToo + inExamToo })
      const blueprint = testBlueprint(bank, { objectives })
      if (!blueprint) return true
      const forms = drawParallelForms(bank, blueprint, seededGenerator(seed))
      const asked = new Set([...(forms?.before ?? []), ...(forms?.after ?? [])].map(({ questionId }) => questionId))
      const left = bank.filter(({ id }) => !asked.has(id))
      return (
        forms !== null &&
        Object.entries(objectives).every(
          ([objective, count]) => left.filter((question) => question.objective === objective).length >= count,
        )
      )
    }),
  )
})
