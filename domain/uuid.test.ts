import { expect, it } from 'vitest'
import { isUuid } from './uuid'

it.each([
  ['01a23723-7150-71b0-9958-0c328927c50b', true],
  ['01A23723-7150-71B0-9958-0C328927C50B', true],
  ['01a23723715071b099580c328927c50b', false],
  ['01a23723-7150-71b0-9958-0c328927c50b ', false],
  ['', false],
])('%j is a UUID: %s', (text, expected) => {
  expect(isUuid(text)).toBe(expected)
})
