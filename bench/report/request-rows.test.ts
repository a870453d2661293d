import { expect, it } from 'vitest'
import { aimVerdict, requestTable } from './request-rows'

const figures = {
  rounds: 9,
  deeds: 200,
  cost: { cpu: 3.456, server: 3, database: 0.456, bare: 0.8 },
  multiples: {
    bare: { median: 4.32, least: 4.1, most: 4.6 },
    itself: { median: 1.01, least: 0.97, most: 1.06 },
  },
}

it('prints multiples with their spread, the noise and the aim', () => {
  const [head = '', line = ''] = requestTable([{ name: 'lesson', ...figures }], { lesson: 4 })

  expect(head.split(/ {2,}/)).toContain('× bare')
  expect(line.split(/ {2,}/)).toEqual([
    'lesson page',
    ...['18 of 200', '3.46', '3.00', '0.46', '0.80', '4.3', '4.1–4.6', '1.01', '0.97–1.06', '4', '4.5', 'aim met'],
  ])
})

it('prints no figures where processor time is not known', () => {
  const [, line = ''] = requestTable([{ name: 'verify', ...figures, cost: null, multiples: null }], {})

  expect(line.split(/ {2,}/)).toEqual(['verify page', '18 of 200', ...Array(8).fill('n/a')])
})

it.each([
  [2.84, 2.8, 'aim met'],
  [2.86, 2.8, 'OVER THE AIM'],
  [70, 70, 'aim met'],
  [9, undefined, ''],
  [undefined, 4.5, ''],
])('judges %s bare handlers with an aim of %s as: %s', (multiple, aim, said) => {
  expect(aimVerdict(multiple, aim)).toBe(said)
})
