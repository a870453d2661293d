import { expect, it } from 'vitest'
import type { RegradeEffect } from '../../exam/regrade'
import { regradeReportSchema, reportRegrade } from './regrade-report'

const of = (counts: Partial<Record<RegradeEffect, number>>) =>
  reportRegrade(
    Object.entries(counts).flatMap(([effect, count]) => new Array<RegradeEffect>(count).fill(effect as RegradeEffect)),
  )
const shown = ({ people, effects }: ReturnType<typeof of>) =>
  [people, ...effects.map((each) => each.people)].map((cell) => (cell.status === 'shown' ? cell.people : null))

it('shows the counts of people where each is of five or more', () => {
  expect(shown(of({ none: 40, points: 20, 'given-back': 5, passed: 9 }))).toEqual([74, 40, 20, 5, 9])
})

it('hides a small count, and what would give it away by subtraction', () => {
  const [people, ...effects] = shown(of({ none: 40, points: 20, 'given-back': 6, passed: 2 }))
  expect(people).toBe(68)
  expect(effects.at(-1)).toBeNull()
  expect(effects.filter((each) => each === null).length).toBeGreaterThan(1)
})

it('tells nothing of fewer than five people', () => {
  expect(shown(of({ none: 1, passed: 3 }))).toEqual([null, null, null, null, null])
})

it('is read again as it was stored', () => {
  const report = of({ none: 40, passed: 2 })
  expect(regradeReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
})
