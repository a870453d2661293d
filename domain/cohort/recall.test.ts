import { expect, it } from 'vitest'
import { secondForms } from '@/tests/support/second-forms'
import { reservedForRetention } from '../course/reserved-for-retention'
import { drawRecall, recallDays, recallWindow } from './recall'
import { seededGenerator } from './statistics/seeded-generator'

const cohort = { endsOn: '2026-11-27', archivedAt: null }

it.each([
  ['day-90', { first: '2027-02-25', last: '2027-03-26' }],
  ['day-180', { first: '2027-05-26', last: '2027-06-24' }],
] as const)('opens %s days after the last day of the cohort, for thirty days', (form, days) => {
  expect(recallDays(form, cohort)).toEqual(days)
})

it('counts from the day on which the cohort was archived, if that was earlier', () => {
  const first = (archivedAt: string) => recallDays('day-90', { ...cohort, archivedAt: new Date(archivedAt) }).first

  expect(first('2026-11-17T09:00:00Z')).toBe('2027-02-15')
  expect(first('2027-01-05T09:00:00Z')).toBe('2027-02-25')
})

it('opens and closes at midnight in Morocco, even if Ramadan changes the clock in between', () => {
  expect(recallWindow('day-90', { ...cohort, endsOn: '2026-11-01' })).toEqual({
    opensAt: new Date('2027-01-29T23:00:00Z'),
    closesAt: new Date('2027-03-01T00:00:00Z'),
  })
})

it('draws each reserved second form once, in a new order', () => {
  const second = [...secondForms(6, 'a'), ...secondForms(6, 'b'), ...secondForms(6, 'c')]
  const drawn = (seed: number) => drawRecall({ second }, seededGenerator(seed))

  expect(new Set(drawn(1)?.map(({ questionId }) => questionId))).toEqual(reservedForRetention({ second }))
  expect(drawn(1)).toHaveLength(6)
  expect(drawn(1)).not.toEqual(drawn(2))
  expect(drawn(1)?.every(({ order }) => order.length === 3)).toBe(true)
})

it('draws nothing in a course without enough second forms', () => {
  expect(drawRecall({ second: secondForms(5) }, Math.random)).toBeNull()
  expect(drawRecall({}, Math.random)).toBeNull()
})
