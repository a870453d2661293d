import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/domain/locale'
import { chartHtml } from './chart-html'

const chart = (value: number, label = 'Done') =>
  chartHtml({ label, bars: [{ label: 'Law', value, text: `${value}` }], max: 1, locale: 'en', direction: 'rows' })

it('draws equal charts for equal figures, and another chart for other figures', () => {
  const half = chart(0.5)

  expect(chart(0.5)).toBe(half)
  expect(chart(0.75)).not.toBe(half)
  expect(chart(0.75)).toContain('0.75')
  expect(chart(0.5, 'Passed')).toContain('aria-label="Passed"')
})

it('holds no inline style', () => {
  expect(chart(0.5)).not.toContain('style=')
})

describe('the rows of a chart', () => {
  const BARS = [
    { label: 'Law', value: 2, text: 'two' },
    { label: 'Cases', value: 1, text: 'one' },
    { label: 'Figures', value: 0, text: 'none' },
    { label: 'Few', value: null, text: 'hidden' },
  ]
  const rows = (locale: Locale) => {
    const html = chartHtml({ label: 'Ranked', bars: BARS, max: 2, locale, direction: 'rows' })
    const bars = [...html.matchAll(/ d="M (\d+),[\d.]+ h (-?[\d.]+)/g)]
    const texts = [...html.matchAll(/<text\b([^>]*)>(?:<tspan[^>]*>)?[\u2067]?(\w+)/g)]
    const place = (text: string) => {
      const [, attributes = ''] = texts.find(([, , found]) => found === text) ?? []
      return { x: Number(/ x="([\d.]+)"/.exec(attributes)?.[1]), anchor: /text-anchor="(\w+)"/.exec(attributes)?.[1] }
    }
    return { bars: bars.map(([, start, width]) => ({ start: Number(start), width: Number(width) })), place }
  }

  it('begin on the left in French, each with its name above and its value beyond it', () => {
    const { bars, place } = rows('fr')

    expect(bars).toEqual([
      { start: 1, width: 291 },
      { start: 1, width: 145.5 },
    ])
    expect(place('Law')).toEqual({ x: 0, anchor: 'start' })
    expect(place('one').x).toBeGreaterThan(146.5)
  })

  it('begin on the right in Arabic, and stay inside the drawing', () => {
    const { bars, place } = rows('ar')

    expect(bars).toEqual([
      { start: 339, width: -291 },
      { start: 339, width: -145.5 },
    ])
    for (const { label } of BARS) expect(place(label)).toEqual({ x: 340, anchor: 'end' })
    expect(place('two')).toEqual({ x: 43, anchor: 'end' })
    expect(place('one')).toEqual({ x: 188.5, anchor: 'end' })
    expect(place('none')).toEqual({ x: 334, anchor: 'end' })
    expect(place('hidden')).toEqual({ x: 334, anchor: 'end' })
  })
})

it('lets years run left to right in every language', () => {
  const years = ['2023', '2024', '2025'].map((label, place) => ({ label, value: place + 1, text: `n${place}` }))
  const drawn = LOCALES.map((locale) => {
    const html = chartHtml({ label: 'Years', bars: years, max: 3, locale, direction: 'columns' })
    return [...html.matchAll(/ x="([\d.]+)"[^>]*><tspan[^>]*>\u2067?(\d{4})/g)].map(([, x, year]) => [year, Number(x)])
  })

  expect(drawn[0]?.map(([year]) => year)).toEqual(['2023', '2024', '2025'])
  expect(drawn[0]?.map(([, x]) => x)).toEqual(drawn[0]?.map(([, x]) => x).toSorted((a, b) => Number(a) - Number(b)))
  for (const others of drawn) expect(others).toEqual(drawn[0])
})
