import { expect, it } from 'vitest'
import { chartHtml } from './chart-html'

const chart = (value: number, label = 'Done') =>
  chartHtml({ label, bars: [{ label: 'Law', value, text: `${value}` }], max: 1, locale: 'en', direction: 'rows' })

it('draws the same figures alike, and others anew', () => {
  const half = chart(0.5)

  expect(chart(0.5)).toBe(half)
  expect(chart(0.75)).not.toBe(half)
  expect(chart(0.75)).toContain('0.75')
  expect(chart(0.5, 'Passed')).toContain('aria-label="Passed"')
})

it('holds no inline style', () => {
  expect(chart(0.5)).not.toContain('style=')
})
