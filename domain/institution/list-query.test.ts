import { expect, it } from 'vitest'
import { readListQuery, writeListQuery } from './list-query'

it.each(['', '?q=Alaoui', '?page=2', '?q=%D8%B9%D8%A8%D8%AF+%D8%A7%D9%84%D9%84%D9%87&page=3'])('keeps %s', (query) => {
  expect(writeListQuery(readListQuery(new URLSearchParams(query)))).toBe(query)
})

it('adds parameters that only one address has', () => {
  expect(writeListQuery({ typed: '', page: 1 }, { done: 'ended' })).toBe('?done=ended')
  expect(writeListQuery({ typed: 'Alaoui', page: 2 }, { done: 'ended' })).toBe('?q=Alaoui&page=2&done=ended')
})

it.each(['?page=0', '?page=-1', '?page=99999', '?page=two', '?q=++'])('ignores %s', (query) => {
  expect(readListQuery(new URLSearchParams(query))).toEqual({ typed: '', page: 1 })
})
