import { expect, it } from 'vitest'
import { routes } from '@/tests/support/e2e/route-list'
import { allowed, METHODS } from './allowed-methods.mjs'

/** What the files of the interfaces take, with what Next adds. */
const INTERFACES = routes()
  .map((door) => door.split(' ') as [string, string])
  .filter(([, address]) => address.startsWith('/api/'))

it.each(INTERFACES)('names %s as a way to ask %s', (method, address) => {
  const url = address.replace(/\[\w+\]/g, '2345')
  const named = allowed({ url: `${url}?a=1`, method: 'DELETE' }).split(', ')

  expect(named).toEqual(method === 'GET' ? ['GET', 'HEAD', 'OPTIONS'] : ['OPTIONS', method])
  expect(METHODS.api).toEqual(expect.arrayContaining(named))
})

it.each([
  ['POST', 'GET, HEAD'],
  ['GET', 'POST'],
  ['HEAD', 'POST'],
  ['DELETE', 'GET, HEAD, POST'],
])('names of a page that refused %s the others: %s', (method, others) => {
  expect(allowed({ url: '/fr/courses', method })).toBe(others)
})
