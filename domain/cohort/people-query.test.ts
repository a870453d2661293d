import { expect, it } from 'vitest'
import { readPeopleQuery, writePeopleQuery } from './people-query'

it.each(['', '?show=asked', '?letter=failed', '?show=waiting&letter=failed&page=3'])('keeps %s', (query) => {
  expect(writePeopleQuery(readPeopleQuery(new URLSearchParams(query)))).toBe(query)
})

it.each(['?show=nobody', '?letter=sent', '?page=0', '?page=-1', '?page=99999', '?page=1e3'])('ignores %s', (query) => {
  expect(readPeopleQuery(new URLSearchParams(query))).toEqual({ status: null, letterFailed: false, page: 1 })
})
