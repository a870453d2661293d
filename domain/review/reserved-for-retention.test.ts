import fc from 'fast-check'
import { expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import { RETENTION_QUESTIONS, reservedForRetention, secondFormsToStudy } from './reserved-for-retention'

function secondForm(id: string, objective: string) {
  return { after: 'q1', question: { ...singleChoice(), id, objective } }
}

/** As many second forms as are given for each objective. */
function secondOf(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).flatMap(([objective, count]) =>
    Array.from({ length: count }, (_, place) => secondForm(`${objective}-s${place + 1}`, objective)),
  )
}

const anyCourse = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.integer({ min: 0, max: 6 }))
  .map((counts) => ({ second: secondOf(counts) }))

it('reserves six, or none, and leaves every objective something to study with', () => {
  fc.assert(
    fc.property(anyCourse, (course) => {
      const reserved = reservedForRetention(course)
      expect([0, RETENTION_QUESTIONS]).toContain(reserved.size)
      const left = secondFormsToStudy(course)
      const objectives = (forms: typeof left) => new Set(forms.map(({ question }) => question.objective))
      expect(objectives(left)).toEqual(objectives(course.second))
      expect(left.length + reserved.size).toBe(course.second.length)
      expect(left.filter(({ question }) => reserved.has(question.id))).toEqual([])
    }),
  )
})

it('takes one of each of six objectives', () => {
  const reserved = reservedForRetention({ second: secondOf({ a: 3, b: 4, c: 3, d: 4, e: 6, f: 4 }) })

  expect([...reserved].map((id) => id[0]).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

it('takes several of an objective only if there are too few objectives', () => {
  const reserved = reservedForRetention({ second: secondOf({ a: 6, b: 6, c: 1 }) })

  expect([...reserved].map((id) => id[0]).toSorted()).toEqual(['a', 'a', 'a', 'b', 'b', 'b'])
})

it('reserves nothing in a course with fewer than twelve, or whose objectives cannot spare six', () => {
  expect(reservedForRetention({ second: secondOf({ a: 6, b: 5 }) }).size).toBe(0)
  expect(reservedForRetention({}).size).toBe(0)
  const single = Object.fromEntries('abcdefghijkl'.split('').map((id) => [id, 1]))
  expect(reservedForRetention({ second: secondOf(single) }).size).toBe(0)
})

it('depends on no order', () => {
  const second = secondOf({ a: 5, b: 5, c: 5 })

  expect(new Set(reservedForRetention({ second: second.toReversed() }))).toEqual(reservedForRetention({ second }))
})
