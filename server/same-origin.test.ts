import { expect, it } from 'vitest'
import { requireSameOrigin } from './same-origin'

const HOST = 'formation.example.ma'

function post(headers: Record<string, string>, publicUrl = `https://${HOST}`) {
  // The Request of Node drops the header `host`.
  const request = { headers: new Headers({ host: HOST, ...headers }) } as Request
  return () => requireSameOrigin(request, publicUrl)
}

it.each([
  ['the origin of the site', { origin: `https://${HOST}` }],
  ['the origin of the site behind a proxy that hides the host', { origin: `https://${HOST}`, host: '10.0.0.5:3000' }],
  ['another name of the same server', { origin: 'https://old.example.ma', host: 'old.example.ma' }],
  ['no origin, as programs send none', {}],
])('lets a form pass with %s', (_, headers) => {
  expect(post(headers)).not.toThrow()
})

it('lets a form pass on a machine without https, under each of its names', () => {
  const here = { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }

  expect(post(here, 'http://localhost:3000')).not.toThrow()
})

it.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a site whose name begins alike', { origin: `https://${HOST}.evil.example` }],
  ['another port of the same host', { origin: `https://${HOST}:8443` }],
  ['the same host over http, where the site has https', { origin: `http://${HOST}` }],
  ['a page that hides its address, as none of ours does', { origin: 'null' }],
  ['a hidden page of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['no origin, but from another site', { 'sec-fetch-site': 'cross-site' }],
  ['an origin that is none', { origin: 'https//x' }],
])('refuses a form from %s', (_, headers) => {
  expect(post(headers)).toThrow(expect.objectContaining({ code: 'forbidden' }))
})
