import { expect, it } from 'vitest'
import { PAGE_ROWS, pageOf, placesOf } from './page-of'

const people = Array.from({ length: PAGE_ROWS * 2 + 1 }, (_, place) => place)

it.each([
  [null, { from: 1, to: 50, before: null, after: 2 }],
  ['2', { from: 51, to: 100, before: 1, after: 3 }],
  ['3', { from: 101, to: 101, before: 2, after: null }],
  ['99', { from: 101, to: 101, before: 2, after: null }],
  ['0', { from: 1, to: 50 }],
  ['-1', { from: 1, to: 50 }],
  ['two', { from: 1, to: 50 }],
])('of %s', (asked, page) => {
  expect(pageOf(people, asked)).toMatchObject(page)
})

it('is empty without people', () => {
  expect(pageOf([], null)).toEqual({ rows: [], from: 0, to: 0, before: null, after: null })
})

it('has the length that is asked for', () => {
  expect(pageOf(people, '5', 25)).toMatchObject({ from: 101, to: 101, before: 4, after: null })
  expect(pageOf(people, null, 25).rows).toEqual(people.slice(0, 25))
})

it('tells the places without the rows', () => {
  expect(placesOf(5000, '100')).toEqual({ from: 4951, to: 5000, before: 99, after: null })
})
