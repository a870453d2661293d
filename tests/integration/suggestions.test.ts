import { expect, it } from 'vitest'
import { GET } from '@/app/api/library/suggestions/route'
import { LOCALES } from '@/domain/locale'
import { LIMITS } from '@/server/auth/limits'
import { db } from '@/server/db/client'
import { suggestions } from '@/server/library/suggestions'

const ask = (query: Record<string, string>) =>
  GET(new Request(`http://localhost:3000/api/library/suggestions?${new URLSearchParams(query)}`))

it.each(LOCALES)('suggests pages in %s, with their address and their kind', async (lang) => {
  const response = await ask({ q: '448-4', lang })
  const { said, options } = await response.json()

  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(options[0]).toMatchObject({ title: expect.stringContaining('448-4'), kind: expect.any(String) })
  expect(options[0].href).toMatch(new RegExp(`^/${lang}/library/law/cp-448-4`))
  expect(options.length).toBeLessThanOrEqual(6)
  expect(said).toMatch(String(options.length))
})

it.each(['', ' ', 'a', '\uD83D'])('suggests nothing for “%s”, and does not fail', async (q) => {
  const response = await ask({ q, lang: 'xx' })

  expect(response.status).toBe(200)
  expect((await response.json()).options).toEqual([])
})

it('refuses an address that asks too often, until the next window', async () => {
  const from = { address: '203.0.113.10', now: new Date('2026-01-01T10:00:00Z') }
  const question = { query: 'victime', locale: 'fr' } as const
  await suggestions(question, from)
  const windowEnd = new Date('2026-01-01T10:05:00Z')
  await db().rateCounter.updateMany({ where: { windowEnd }, data: { hits: LIMITS.suggest.hits } })

  await expect(suggestions(question, from)).rejects.toMatchObject({ code: 'too-many-requests' })
  await expect(suggestions(question, { ...from, now: windowEnd })).resolves.not.toEqual([])
})
