import { expect, it } from 'vitest'
import { newTotpSecret, stepOfCode, totpAddress } from './totp'

/** RFC 6238, appendix B: the secret `12345678901234567890`; the last six of its eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('knows the step of the RFC’s code at %d seconds', (seconds, code) => {
  expect(stepOfCode(SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

it('takes a code one step before and after its own, and names its own step', () => {
  const taken = [-61, -60, -31, -30, -1, 0, 29, 30, 59, 60].map((seconds) =>
    stepOfCode(SECRET, '050471', new Date((1_111_111_110 + seconds) * 1000)),
  )

  const step = 1_111_111_110 / 30
  expect(taken).toEqual([null, null, null, step, step, step, step, step, step, null])
})

it('makes secrets of 160 bits, each different from the others', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(newTotpSecret())
})

it('writes an address that authenticators read, in whatever script the names are', () => {
  const address = new URL(totpAddress(SECRET, { issuer: 'المنصة', label: 'judge@example.ma' }))

  expect(decodeURIComponent(address.pathname)).toMatch(/المنصة:judge@example\.ma$/)
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ issuer: 'المنصة', secret: SECRET, algorithm: 'SHA1', digits: '6', period: '30' },
  })
})
