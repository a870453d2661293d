import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { freshDatabase } from '@/tests/support/fresh-database'

const NOW = new Date('2026-01-01T12:00:00Z')

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'demo-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true })
})

/** The demo as a start with these settings would make it, on an empty database. */
async function demoWith(settings: Record<string, string>) {
  const { client } = await freshDatabase()
  globalThis.prismaClient = client
  for (const [name, value] of Object.entries({ DATA_DIR: dataDir, ...settings })) vi.stubEnv(name, value)
  vi.resetModules()
  const { seedDemo } = await import('@/server/demo/seed-demo')
  const { verifyPassword } = await import('@/server/auth/password')
  return { client, seed: () => seedDemo(NOW), verifyPassword }
}

it('makes two confirmed learners whose passwords open their accounts', async () => {
  const { client, seed, verifyPassword } = await demoWith({ DATABASE_URL: '' })
  const { accounts } = await seed()

  expect(accounts).toHaveLength(2)
  for (const { email, password } of accounts) {
    const account = await client.account.findUniqueOrThrow({ where: { email } })
    expect(account.emailConfirmedAt).toEqual(NOW)
    expect(await verifyPassword(account.passwordHash, password)).toBe(true)
  }
})

it('shows the same passwords at every start, from a file for its owner alone', async () => {
  const { client, seed } = await demoWith({ DATABASE_URL: '' })
  const first = await seed()

  expect(await seed()).toEqual(first)
  expect(await client.account.count()).toBe(2)
  expect(statSync(path.join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600)
})

it('draws other passwords for another site', async () => {
  const passwords = (await (await demoWith({ DATABASE_URL: '' })).seed()).accounts.map(({ password }) => password)
  rmSync(path.join(dataDir, 'demo.json'))
  const others = (await (await demoWith({ DATABASE_URL: '' })).seed()).accounts.map(({ password }) => password)

  expect(new Set([...passwords, ...others]).size).toBe(4)
})

it('makes them once when two starts happen at once', async () => {
  const { client, seed } = await demoWith({ DATABASE_URL: '' })
  await Promise.all([seed(), seed(), seed()])

  expect(await client.account.count()).toBe(2)
})

it.each([
  ['DEMO is 0', { DATABASE_URL: '', DEMO: '0' }],
  ['the database is not the embedded one', {}],
])('makes none when %s', async (_when, settings) => {
  const { client, seed } = await demoWith(settings)

  expect(await seed()).toEqual({ exist: false, accounts: [] })
  expect(await client.account.count()).toBe(0)
})

it('makes none beside an account of a real person', async () => {
  const { client, seed } = await demoWith({ DATABASE_URL: '' })
  const person = {
    passwordHash: 'x',
    nameArabic: 'x',
    nameLatin: 'x',
    function: 'judge',
    institution: 'x',
    locale: 'ar',
  }
  await client.account.create({ data: { ...person, email: 'someone@court.example' } })

  expect(await seed()).toEqual({ exist: false, accounts: [] })
})
