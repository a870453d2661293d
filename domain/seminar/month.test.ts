import { expect, it } from 'vitest'
import { readSeminarQuery } from './list-query'
import { daysFrom, MOST_DAYS, monthAfter, weeksOf } from './month'

it('has weeks from Monday to Sunday, with nothing on the days of other months', () => {
  const weeks = weeksOf('2026-12')

  expect(weeks).toHaveLength(5)
  expect(weeks[0]).toEqual([null, '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'])
  expect(weeks[4]?.slice(3)).toEqual(['2026-12-31', null, null, null])
  expect(weeksOf('2027-02').flat().filter(Boolean)).toHaveLength(28)
  // 1 February 2027 is a Monday.
  expect(weeksOf('2027-02')[0]?.[0]).toBe('2027-02-01')
})

it('goes from December to January and back', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12'])
})

it('lists the days of a seminar, and of a wrong one not without end', () => {
  expect(daysFrom('2026-12-31', '2027-01-02')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'])
  expect(daysFrom('2026-01-01', '9999-01-01')).toHaveLength(MOST_DAYS)
})

it.each([
  ['', { view: 'list', month: '2026-12', page: 1 }],
  ['view=month&m=2027-01&page=3', { view: 'month', month: '2027-01', page: 3 }],
  ['view=all&m=2026-13&page=-1', { view: 'list', month: '2026-12', page: 1 }],
  ['view=past&m=1e9&page=1.5', { view: 'past', month: '2026-12', page: 1 }],
  ['view=mine&page=99999999', { view: 'mine', month: '2026-12', page: 1 }],
])('reads %s', (query, asked) => {
  // In Morocco it is already December.
  expect(readSeminarQuery(new URLSearchParams(query), new Date('2026-11-30T23:30:00Z'))).toEqual(asked)
})
