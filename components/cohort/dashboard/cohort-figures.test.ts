import { expect, it } from 'vitest'
import { formatPercent, translator } from '@/i18n/translator'
import { cohortFigures, lessonShares } from './cohort-figures'

const t = translator('en')
const TOTALS = { people: 1200, active: 1000, completed: 3, passed: 2, atRisk: 0 }
const LESSONS = [
  { id: 'law', title: { ar: 'القانون', fr: 'La loi', en: 'The law' }, done: 3 },
  { id: 'cases', title: { ar: 'القضايا', fr: 'Les affaires', en: 'Cases' }, done: 1 },
]

it('counts the active and the finished among all people, and names the pass mark', () => {
  const figures = cohortFigures(TOTALS, [0.7], 'en', t)

  expect(figures.map(({ value }) => value)).toEqual(['1,000', '3', '2', '0'])
  expect(figures.map(({ note }) => note)).toEqual([
    t('cohorts.dashboard.of', { count: 1200 }),
    t('cohorts.dashboard.of', { count: 1200 }),
    t('cohorts.dashboard.threshold', { rate: formatPercent(0.7, 'en') }),
    t('cohorts.dashboard.supportNote'),
  ])
})

it('says so where nothing is graded', () => {
  expect(cohortFigures(TOTALS, [null], 'en', t)[2]?.note).toBe(t('cohorts.dashboard.noExam'))
})

it('gives the share of each lesson, in the table and in the chart alike', () => {
  const { rows, chart } = lessonShares(LESSONS, 4, 'fr', translator('fr'))

  expect(rows.map(({ title, done }) => [title, done])).toEqual([
    ['La loi', '3'],
    ['Les affaires', '1'],
  ])
  expect(rows.map(({ share }) => share)).toEqual([formatPercent(0.75, 'fr'), formatPercent(0.25, 'fr')])
  expect(chart.bars.map(({ label, value, text }) => [label, value, text])).toEqual(
    rows.map(({ title, share }, place) => [title, [0.75, 0.25][place], share]),
  )
})

it('gives shares of 0 for a cohort without people', () => {
  expect(lessonShares(LESSONS, 0, 'en', t).chart.bars.map(({ value }) => value)).toEqual([0, 0])
})

it('counts those who have passed every exam of a cohort with several, whose pass marks may differ', () => {
  const passed = cohortFigures(TOTALS, [0.7, null, 0.6], 'en', t)[2]

  expect(passed).toEqual({
    label: t('cohorts.dashboard.allPassed'),
    value: '2',
    note: t('cohorts.dashboard.courses', { count: 3 }),
  })
})
