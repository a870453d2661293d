import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseUrl } from '@/server/env'
import { requireSameClock } from '@/tests/support/test-run'

const admin = new pg.Client({ connectionString: databaseUrl() })
beforeAll(() => admin.connect())
afterAll(() => admin.end())

it('a run of the tests does not share its database with one whose clock was moved', async () => {
  const DAY_MS = 86_400_000
  await expect(requireSameClock(admin, new Date())).resolves.toBeUndefined()
  for (const days of [-395, -2, 2, 395]) {
    const moved = requireSameClock(admin, new Date(Date.now() + days * DAY_MS))
    await expect(moved).rejects.toThrow('another clock')
  }
})
