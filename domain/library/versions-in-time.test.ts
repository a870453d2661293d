import { expect, it } from 'vitest'
import { provision, textVersion } from '@/tests/support/course-factories'
import { dayIn, onThatDay, readDay, shownVersion } from './versions-in-time'

const now = textVersion({ id: '2025', inForceFrom: '2025-12-08' })
const before = textVersion({ id: '2016', inForceFrom: null, inForceUntil: '2025-12-07', readAt: '2016-09-19' })
const dated = textVersion({ id: '2016', inForceFrom: '2016-10-01' })

it.each([
  ['the version of that day', [now, before], '2026-01-01', 'in-force'],
  ['the version from its first day', [now, before], '2025-12-08', 'in-force'],
  ['the version of no stated beginning once it was read', [now, before], '2016-09-19', 'in-force'],
  ['the version of no stated beginning until its last day', [now, before], '2025-12-07', 'in-force'],
  ['the oldest version known on a day before it was read', [now, before], '2016-09-18', 'oldest-known'],
  [
    'the oldest version known that was read on no stated day',
    [textVersion({ readAt: null })],
    '2026-01-01',
    'oldest-known',
  ],
  ['that the day lies before what is known', [dated], '2016-09-30', 'before-first-known'],
  ['that it is no longer in force', [{ ...dated, inForceUntil: '2020-01-01' }], '2024-01-01', 'no-longer'],
])('tells %s', (_, versions, date, status) => {
  expect(onThatDay(provision({ versions }), date).status).toBe(status)
})

it.each([
  ['the version of that day', [now, before], '2026-01-01', now],
  ['the first one known before what is known', [dated], '2016-09-30', dated],
  [
    'the last one after the repeal',
    [{ ...dated, inForceUntil: '2020-01-01' }],
    '2024-01-01',
    { ...dated, inForceUntil: '2020-01-01' },
  ],
])('shows %s', (_, versions, date, shown) => {
  expect(shownVersion(onThatDay(provision({ versions }), date))).toEqual(shown)
})

it('leads to a day of each version', () => {
  expect([now, before, textVersion()].map(dayIn)).toEqual(['2025-12-08', '2025-12-07', null])
})

it.each([
  ['2024-02-29', '2024-02-29'],
  ['2024-02-30', null],
  ['yesterday', null],
  [null, null],
])('reads %s as a day: %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})
