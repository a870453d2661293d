import { expect, it } from 'vitest'
import { readAccountQuery, writeAccountQuery } from './account-query'

const read = (query: string) => readAccountQuery(new URLSearchParams(query))

it('reads what it has written', () => {
  const asked = { typed: 'العلوي', state: 'disabled', page: 3 } as const
  expect(read(writeAccountQuery(asked))).toEqual(asked)
  expect(writeAccountQuery(read(''))).toBe('')
})

it('takes what it cannot read as nothing, and no more text than a name or an address may have', () => {
  expect(read('state=everything&page=-1')).toEqual({ typed: '', state: null, page: 1 })
  expect(read(`q=${'x'.repeat(1000)}`).typed).toHaveLength(254)
})
