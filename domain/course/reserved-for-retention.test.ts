import fc from 'fast-check'
import { expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import {
  formsWithChangedUse,
  RETENTION_QUESTIONS,
  reservedForRetention,
  secondFormsToStudy,
} from './reserved-for-retention'

function secondForm(id: string, objective: string) {
  return { after: 'q1', question: { ...singleChoice(), id, objective } }
}

/** Second forms: for each objective, the given number of them. */
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

it('reserves nothing if there are fewer than twelve forms, or if the objectives cannot spare six', () => {
  expect(reservedForRetention({ second: secondOf({ a: 6, b: 5 }) }).size).toBe(0)
  expect(reservedForRetention({}).size).toBe(0)
  const single = Object.fromEntries('abcdefghijkl'.split('').map((id) => [id, 1]))
  expect(reservedForRetention({ second: secondOf(single) }).size).toBe(0)
})

it('depends on no order', () => {
  const second = secondOf({ a: 5, b: 5, c: 5 })

  expect(new Set(reservedForRetention({ second: second.toReversed() }))).toEqual(reservedForRetention({ second }))
})

/** Second forms, of which those with the given ids are marked as measuring. */
const marked = (counts: Readonly<Record<string, number>>, ...ids: string[]) => ({
  second: secondOf(counts).map((form) => ({
    ...form,
    ...(ids.includes(form.question.id) && { measures: true as const }),
  })),
})
const SIX = ['a-s1', 'a-s2', 'b-s1', 'b-s2', 'b-s3', 'c-s1'] as const

it('takes the forms that the course marks, whatever an edition adds', () => {
  const additions: Record<string, number>[] = [{}, { a: 6 }, { d: 4, e: 5, f: 6 }]
  for (const more of additions) {
    const course = marked({ a: 5, b: 5, c: 2, ...more }, ...SIX)
    expect(reservedForRetention(course)).toEqual(new Set(SIX))
    expect(secondFormsToStudy(course).some(({ question }) => SIX.some((id) => id === question.id))).toBe(false)
  }
})

it('finds forms whose use differs from that in the previous edition, but no new form', () => {
  const before = marked({ a: 5, b: 5, c: 2 }, ...SIX)
  expect(formsWithChangedUse(marked({ a: 5, b: 5, c: 2, d: 4 }, ...SIX), before)).toEqual([])
  // One of the six questions was removed from the course, and a new one replaces it.
  expect(formsWithChangedUse(marked({ a: 5, b: 5, d: 4 }, ...SIX.slice(0, 5), 'd-s1'), before)).toEqual([])
  expect(formsWithChangedUse(marked({ a: 5, b: 5, c: 2 }, ...SIX.slice(0, 5), 'a-s3'), before)).toEqual([
    'a-s3',
    'c-s1',
  ])
})

it('compares with an older edition without marks by the forms that it measured', () => {
  const before = { second: secondOf({ a: 5, b: 5, c: 2 }) }
  const measured = [...reservedForRetention(before)]
  expect(formsWithChangedUse(marked({ a: 5, b: 5, c: 2, d: 6 }, ...measured), before)).toEqual([])
  expect(formsWithChangedUse({ second: secondOf({ a: 5, b: 5, c: 2, d: 6 }) }, before)).not.toEqual([])
})
