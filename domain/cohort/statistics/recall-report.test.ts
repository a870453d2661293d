import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Scored } from './first-attempt'
import { recallReportSchema, reportRecall } from './recall-report'
import { seededGenerator } from './seeded-generator'

const resampling = () => ({ random: seededGenerator(7), draws: 1000 })
/** One person per list, with the scores of her questions. */
const scored = (people: readonly (readonly number[])[]): Scored[] =>
  people.flatMap((scores, person) =>
    scores.map((score, place) => ({ personKey: `${person}`, questionId: `q${place}`, score })),
  )
const half = [1, 0]
const people = (right: number, wrong: number) => [
  ...Array.from({ length: right }, () => [1, 1]),
  ...Array.from({ length: wrong }, () => half),
]

it('gives the mean with its interval, n, and how many did not answer', () => {
  const report = reportRecall(scored(people(5, 5)), 16, resampling())

  expect(report).toMatchObject({
    mean: { status: 'shown', people: 10, value: { mean: 0.75 } },
    dropOuts: { status: 'shown', people: 6 },
  })
  if (report.mean.status === 'hidden') throw new Error('hidden')
  const { low, high } = report.mean.value.interval
  expect(low).toBeLessThan(0.75)
  expect(high).toBeGreaterThan(0.75)
  expect(reportRecall(scored(people(5, 5)), 16, resampling())).toEqual(report)
})

it('hides the mean of nine people, and a mean that equals every score', () => {
  expect(reportRecall(scored(people(5, 4)), 30, resampling()).mean).toMatchObject({ reason: 'too-few-people' })
  expect(reportRecall(scored(people(12, 0)), 30, resampling()).mean).toMatchObject({ reason: 'protects-a-group' })
})

it('hides how many did not answer if they are fewer than five, even none', () => {
  for (const asked of [10, 11, 14, 9])
    expect(reportRecall(scored(people(5, 5)), asked, resampling()).dropOuts).toMatchObject({ status: 'hidden' })
})

it('shows nothing about fewer than ten answers or five people, and reads back what it has stored', () => {
  const anyPeople = fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 6, maxLength: 6 }), { maxLength: 25 })
  fc.assert(
    fc.property(anyPeople, fc.nat({ max: 40 }), (some, more) => {
      const report = reportRecall(scored(some), some.length + more, resampling())
      if (report.mean.status === 'shown') expect(some.length).toBeGreaterThanOrEqual(10)
      expect(report.dropOuts.status).toBe(more >= 5 ? 'shown' : 'hidden')
      expect(recallReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
    }),
    { numRuns: 30 },
  )
})
