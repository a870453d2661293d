import { expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import type { Figure } from './figure'
import { drawnValues, isByYear, isContradicted, scaleOf, sourceMarks } from './figure-view'

const sources = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ id: `s${place}`, label: localized('s'), date: null }))
const value = (number: number) => ({ value: number, source: 's0', confidence: 'high' as const })

function figure(rows: Figure['rows']): Figure {
  return {
    id: 'victims',
    order: 1,
    title: localized('title'),
    lead: localized('lead'),
    unit: localized('unit'),
    axis: localized('axis'),
    series: [{ id: 'victims', label: localized('victims') }],
    rows,
    notes: [],
    sources: sources(1),
  }
}

const years = figure([
  { label: '2023', values: { victims: [value(169)] } },
  { label: '2024', values: { victims: [value(229), value(269)] } },
  { label: '2025', values: { victims: [] } },
])

it('marks sources with letters, also after z', () => {
  const marks = [...sourceMarks({ sources: sources(28) }).values()]

  expect(marks.slice(0, 2)).toEqual(['a', 'b'])
  expect(marks.slice(25)).toEqual(['z', 'aa', 'ab'])
})

it('distinguishes years from words', () => {
  expect(isByYear(years)).toBe(true)
  expect(isByYear(figure([{ label: '2017-2019', values: {} }]))).toBe(true)
  expect(isByYear(figure([{ label: localized('begging'), values: {} }]))).toBe(false)
})

it('draws the first value of each row, and nothing where none is known', () => {
  expect(drawnValues(years, 'victims', 'fr').map((bar) => bar.value)).toEqual([169, 229, null])
})

it('ends the scale at the greatest value that is drawn', () => {
  expect(scaleOf(years)).toBe(229)
  expect(scaleOf(figure([{ label: '2024', values: {} }]))).toBe(1)
})

it('knows where sources contradict each other', () => {
  expect(isContradicted(years)).toBe(true)
  expect(isContradicted(figure([{ label: '2024', values: { victims: [value(5), value(5)] } }]))).toBe(false)
})
