import { expect, it } from 'vitest'
import { makeSigner } from './signer'

it('is an R with four characters that nobody mistakes for others', () => {
  expect(makeSigner(() => 0)).toBe('R-2222')
  expect(makeSigner(() => 0.999_999)).toBe('R-ZZZZ')
  for (let n = 0; n < 100; n += 1) expect(makeSigner(Math.random)).toMatch(/^R-[2-9A-HJKMNP-TV-Z]{4}$/)
})
