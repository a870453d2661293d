import { describe, expect, it } from 'vitest'
import { routes } from '@/tests/support/e2e/route-list'
import { isTooLarge, LARGER_BODIES } from './limits'

const KB = 1024

describe('an announced body', () => {
  it.each([
    ['/fr/sign-in', 256 * KB, false],
    ['/fr/sign-in', 256 * KB + 1, true],
    ['/fr/cohorts/42/import', 256 * KB + 1, false],
    ['/ar/cohorts/42/import?again=1', 5 * KB * KB, false],
    ['/fr/cohorts/42/import', 5 * KB * KB + 1, true],
    ['/fr/cohorts/42/import/7', 256 * KB + 1, true],
    ['/fr/cohorts/4/2/import', 256 * KB + 1, true],
    ['/fr/x?/fr/cohorts/42/import', 256 * KB + 1, true],
  ])('%s with %i bytes', (url, bytes, tooLarge) => {
    expect(isTooLarge(url, { 'content-length': String(bytes) })).toBe(tooLarge)
  })

  it('is too large without a length, unless there is no body', () => {
    expect(isTooLarge('/fr/cohorts/42/import', { 'transfer-encoding': 'chunked' })).toBe(true)
    expect(isTooLarge('/fr', {})).toBe(false)
  })
})

it.each(Object.keys(LARGER_BODIES))('%s, which takes a larger one, is a route', (route) => {
  expect(routes()).toContain(`POST ${route}`)
})
