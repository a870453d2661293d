import { expect, it } from 'vitest'
import { routes } from '@/tests/support/e2e/route-list'
import { allowedMethods, isKnownMethod } from './methods'

/** The method and the address of each API route. */
const INTERFACES = routes()
  .map((door) => door.split(' ') as [string, string])
  .filter(([, address]) => address.startsWith('/api/'))

it.each(INTERFACES)('names %s as an allowed method of %s', (method, address) => {
  const url = address.replace(/\[\w+\]/g, '2345')
  const named = allowedMethods(`${url}?a=1`, 'DELETE').split(', ')

  expect(named).toEqual(method === 'GET' ? ['GET', 'HEAD', 'OPTIONS'] : ['OPTIONS', method])
  expect(named.filter((name) => !isKnownMethod(url, name))).toEqual([])
})

it.each([
  ['POST', 'GET, HEAD'],
  ['GET', 'POST'],
  ['HEAD', 'POST'],
  ['DELETE', 'GET, HEAD, POST'],
])('names, for a page that refused %s, its other methods: %s', (method, others) => {
  expect(allowedMethods('/fr/courses', method)).toBe(others)
})
