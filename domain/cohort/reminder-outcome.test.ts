import { expect, it } from 'vitest'
import { readOutcome, writeOutcome } from './reminder-outcome'

it.each([
  { sent: 3, gathered: 1, left: 0, rested: 0 },
  { sent: 0, gathered: 4, left: 2, rested: 11 },
])('keeps %j', (outcome) => {
  expect(readOutcome(new URLSearchParams(writeOutcome('late', outcome)))).toEqual(outcome)
})

it.each([
  ['', null],
  ['?why=late', null],
  ['?sent=-1', null],
  ['?sent=1e9', null],
  ['?sent=<b>', null],
  ['?sent=1&left=many', { sent: 1, gathered: 0, left: 0, rested: 0 }],
])('reads %j', (query, outcome) => {
  expect(readOutcome(new URLSearchParams(query))).toEqual(outcome)
})
