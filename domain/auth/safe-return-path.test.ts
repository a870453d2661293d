import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeReturnPath } from './safe-return-path'

it.each(['/ar', '/fr/learning', '/en/courses/fundamentals/exam/3', '/fr/courses?x=1#part', '/ar/verify/2ABC-3DEF'])(
  'returns to %s',
  (path) => {
    expect(safeReturnPath(path)).toBe(path)
  },
)

it.each([
  '',
  '/',
  'fr/learning',
  '/de/learning',
  '/frx',
  '/api/account/data',
  '//evil.example',
  '//evil.example/fr/',
  '/\\evil.example',
  '/fr\\..\\..\\evil',
  '\\\\evil.example',
  'https://evil.example/fr/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//fr/',
  'data:text/html,x',
  '%2F%2Fevil.example',
  '/%2F%2Fevil.example',
  '/fr/%2F%2Fevil.example',
  '/fr/%5C%5Cevil.example',
  '/fr/..//evil.example',
  '/fr/%2e%2e//evil.example',
  '/fr/../api/account/data',
  '/fr/%0d%0aLocation:%20//evil',
  '/fr/\r\nLocation: //evil',
  '/\t/evil.example',
  '/fr/\u0000',
  `/fr/${'a'.repeat(1000)}`,
])('does not return to %j', (path) => {
  expect(safeReturnPath(path)).toBeNull()
})

it('takes nothing but text', () => {
  expect(safeReturnPath(undefined)).toBeNull()
  expect(safeReturnPath(['/fr', '/ar'])).toBeNull()
})

it('never leaves the site, whatever is asked', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    'fr',
    'ar',
    '@',
    ':',
    '%2f',
    '%5c',
    '%2e',
    'evil.example',
    '?',
    '#',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const path = safeReturnPath(parts.join(''))
      return path === null || new URL(path, 'https://site.example').origin === 'https://site.example'
    }),
  )
})
