import { expect, it, vi } from 'vitest'
import { AppError } from '@/domain/errors'
import { file } from './file'
import { type ApiProps, json } from './json'

vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }) }))
vi.mock('@/server/assets', () => ({ assetPath: (name: string) => `/assets/${name}` }))

const HTML = { accept: 'text/html', 'accept-language': 'fr' }
const get = (headers: Record<string, string> = {}) => new Request('http://localhost:3000/api/x', { headers })
// The props that Next passes to a route without dynamic segments.
const NOTHING = { params: undefined } as unknown as ApiProps
const place = { path: () => '/account', name: () => 'Mon compte' }
const refused = file(place, async () => {
  throw new AppError('sign-in-required', 'test')
})

it('answers on a route without parameters', async () => {
  expect(await (await file(place, async ({ locale }) => new Response(locale))(get(), NOTHING)).text()).toBe('ar')
  expect(await (await json(async () => new Response('ok'))(get(), NOTHING)).text()).toBe('ok')
})

it('refuses a person with a page that leads through the sign-in page to the page of the file', async () => {
  const answer = await refused(get(HTML), NOTHING)
  const html = await answer.text()

  expect(answer.status).toBe(401)
  expect(html).toContain('<html lang="fr"')
  expect(html).toContain('href="/fr/sign-in?next=%2Ffr%2Faccount"')
})

it('refuses a program with a code', async () => {
  const answer = await refused(get(), NOTHING)
  expect([answer.status, await answer.json()]).toEqual([401, { code: 'sign-in-required' }])
})
