import { NextRequest } from 'next/server'
import { expect, it } from 'vitest'
import proxy from './proxy'

function redirect(path: string, acceptLanguage = 'fr-MA'): string {
  const headers = { 'accept-language': acceptLanguage }
  const answer = proxy(new NextRequest(`http://localhost:3000${path}`, { headers }))
  expect(answer.status).toBe(307)
  return answer.headers.get('location')?.replace('http://localhost:3000', '') ?? ''
}

it.each([
  ['/', '/fr'],
  ['/courses', '/fr/courses'],
  ['/verify?number=7F3K&key=a%2Bb', '/fr/verify?number=7F3K&key=a%2Bb'],
  ['/de/courses', '/fr/de/courses'],
  ['/arabic', '/fr/arabic'],
  ['//evil.example/x', '/fr//evil.example/x'],
])('leads %s to %s', (path, to) => {
  expect(redirect(path)).toBe(to)
})

it('keeps the language that an address names in capitals', () => {
  expect(redirect('/AR/courses?q=1')).toBe('/ar/courses?q=1')
  expect(redirect('/En')).toBe('/en')
})

it('leads to Arabic who asks for no language of ours', () => {
  expect(redirect('/courses', 'de')).toBe('/ar/courses')
})
