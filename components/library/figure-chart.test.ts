import { expect, it } from 'vitest'
import type { Figure } from '@/domain/library/figure'
import { translator } from '@/i18n/translator'
import { localized } from '@/tests/support/course-factories'
import { figureChart } from './figure-chart'

const value = (number: number) => ({ value: number, source: 's0', confidence: 'high' as const })
const victims = { id: 'victims', label: localized('victims') }

function figure(rows: Figure['rows']): Figure {
  return {
    id: 'victims',
    order: 1,
    title: localized('title'),
    lead: localized('lead'),
    unit: localized('unit'),
    axis: localized('axis'),
    series: [victims],
    rows,
    notes: [],
    sources: [{ id: 's0', label: localized('s'), date: null }],
  }
}
const draw = (rows: Figure['rows']) => figureChart(figure(rows), victims, 'fr', translator('fr'))

it('writes the numbers in the language’s format, and nothing for an unpublished number', () => {
  const chart = draw([
    { label: '2023', values: { victims: [value(1690)] } },
    { label: '2024', values: { victims: [] } },
  ])

  expect(chart.bars.map(({ text }) => text.replace(/\s/g, ' '))).toEqual(['1 690', ''])
  expect(chart.max).toBe(1690)
})

it('lets years stand beside each other, and words below each other', () => {
  const words = [{ label: localized('men'), values: { victims: [value(1)] } }]

  expect(draw([{ label: '2023', values: { victims: [value(1)] } }]).direction).toBe('columns')
  expect(draw(words).direction).toBe('rows')
})
