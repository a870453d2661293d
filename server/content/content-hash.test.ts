import { expect, it } from 'vitest'
import { canonicalJson, contentHash } from './content-hash'

it('does not depend on the order of keys', () => {
  expect(contentHash({ a: 1, b: { c: [2, 3], d: null } })).toBe(contentHash({ b: { d: null, c: [2, 3] }, a: 1 }))
})

it('depends on the order of lists and on every value', () => {
  const hashes = [[1, 2], [2, 1], { a: '1' }, { a: 1 }, { a: null }, {}].map(contentHash)

  expect(new Set(hashes).size).toBe(hashes.length)
})

it('leaves out what JSON leaves out', () => {
  expect(canonicalJson({ b: undefined, a: 'é' })).toBe('{"a":"é"}')
})
