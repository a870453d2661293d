import { expect, it } from 'vitest'
import type { GainReport } from '../cohort/statistics/gain-report'
import { wilsonInterval } from '../cohort/statistics/wilson-interval'
import { poolAgreeing, poolMeans, poolResponse } from './level-report'

const rateOf = (agree: number, people: number) => ({
  label: 'x',
  status: 'shown' as const,
  people,
  rate: agree / people,
  interval: wilsonInterval(agree, people),
})
const hidden = { label: 'x', status: 'hidden' as const, reason: 'protects-a-group' as const }

it('pools the shares of surveys, unless they are about one institution or too few surveys', () => {
  const of = (...institutions: string[]) =>
    poolAgreeing(
      institutions.map((institutionId) => ({ institutionId, figure: rateOf(30, 41) })),
      'x',
    )
  expect(of('one', 'one', 'one')).toMatchObject({ status: 'hidden' })
  expect(of('one', 'two')).toMatchObject({ status: 'hidden' })
  expect(of('one', 'two', 'two')).toMatchObject({ status: 'shown', people: 123, rate: 90 / 123 })
})

it('leaves out a survey that hides its share', () => {
  const figures = [rateOf(30, 41), rateOf(9, 20), hidden]
  const rates = figures.map((figure, place) => ({ institutionId: String(place), figure }))
  expect(poolAgreeing(rates, 'x')).toMatchObject({ status: 'hidden' })
  expect(poolAgreeing([...rates, { institutionId: '4', figure: rateOf(5, 10) }], 'x')).toMatchObject({ people: 71 })
})

it('adds up who was asked and who answered', () => {
  const response = (people: number, asked: number) =>
    ({ definition: 'survey-response', status: 'shown', people, value: { asked } }) as const
  const few = { definition: 'survey-response', status: 'hidden', reason: 'too-few-people' } as const
  const of = (...figures: (ReturnType<typeof response> | typeof few)[]) =>
    poolResponse(figures.map((figure, place) => ({ institutionId: String(place), figure })))
  expect(of(response(8, 10), response(20, 40), response(5, 6), few)).toEqual({ answered: 33, asked: 56 })
  expect(of(response(8, 10), response(20, 40), few)).toBeNull()
})

it('puts the means of tests together, weighted by their people', () => {
  const report = (people: number, before: number, after: number) =>
    ({
      means: { definition: 'mean-scores', status: 'shown', people, value: { before, after, ceiling: false } },
    }) as unknown as GainReport
  const of = (...reports: GainReport[]) =>
    poolMeans(reports.map((figure, place) => ({ institutionId: String(place), figure })))
  expect(of(report(10, 0.4, 0.6), report(30, 0.6, 0.8), report(10, 0.5, 0.7))).toEqual({
    people: 50,
    before: expect.closeTo(0.54, 10),
    after: expect.closeTo(0.74, 10),
  })
  expect(of(report(10, 0.4, 0.6), report(30, 0.6, 0.8))).toBeNull()
})
