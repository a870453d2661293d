import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embeddedPort } from '@/server/embedded/postgres'
import { readEnv } from '@/server/env'
import { embeddedSite } from '@/tests/support/embedded-site'
import { emptyDatabase } from '@/tests/support/fresh-database'
import { runWith } from '@/tests/support/run-command'
import { testSettings } from '@/tests/support/settings'
import { freePort } from '@/tests/support/site'

// A first start; one that finds no build makes it.
const PATIENCE_MS = 240_000

/** `npm start` with these settings, in a group of its own as in a terminal. */
function start(settings: Record<string, string>) {
  const env = { ...process.env, ...testSettings(''), HOST: '', NODE_OPTIONS: '', ...settings }
  const child = spawn(process.execPath, ['start.mjs'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  const exited = once(child, 'close').then(([code]) => code as number | null)
  const press = (signal: NodeJS.Signals) => child.exitCode === null && process.kill(-(child.pid ?? 0), signal)
  return { said: () => said, exited, ctrlC: () => press('SIGINT'), end: () => press('SIGKILL') }
}

const listens = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host, () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

// The site makes these itself.
const OWN_KEYS = { SESSION_KEY: '', SIGNING_KEY: '' }

/** Follows the steps of docs/operations.md from the embedded database to a server: the keys and the rows come along. */
async function expectToMove({ folder, dataDir }: ReturnType<typeof embeddedSite>) {
  const embedded = { ...testSettings(''), ...OWN_KEYS, DATA_DIR: dataDir }
  const keys = runWith(embedded, 'db', 'keys').out.trim().split('\n')
  expect(keys.map((line) => line.split('=')[0])).toEqual(['SESSION_KEY', 'SIGNING_KEY'])
  const backup = path.join(folder, 'moved.backup.gz')
  expect(runWith(embedded, 'db-backup', backup)).toMatchObject({ code: 0 })

  const server = await emptyDatabase()
  try {
    const settings = Object.fromEntries(keys.map((line) => line.split(/=(.*)/s).slice(0, 2)))
    const moved = { ...testSettings(server.url), ...settings, DATA_DIR: dataDir }
    expect(runWith(moved, 'db-restore', backup)).toMatchObject({ code: 0 })
    expect(readEnv(moved)).toMatchObject({ embedded: false, sessionKey: settings.SESSION_KEY })
    const stored = await server.client.setting.findMany({ select: { value: true } })
    expect(stored.map(({ value }) => value)).toEqual(expect.arrayContaining(Object.values(settings)))
    expect(await server.client.account.count()).toBeGreaterThan(0)
  } finally {
    await server.remove()
  }
}

describe('npm start', () => {
  let site: ReturnType<typeof embeddedSite>
  let started: ReturnType<typeof start> | undefined
  beforeEach(() => {
    site = embeddedSite()
  })
  afterEach(async () => {
    started?.end()
    await site.remove()
  })

  /** The courses are as they were: it does not read them again. */
  async function expectSecondStart(port: number) {
    started = start({ ...OWN_KEYS, PORT: String(port), DATA_DIR: site.dataDir })
    const { said } = started
    await expect.poll(said, { timeout: PATIENCE_MS, interval: 100 }).toContain('after the start')
    expect(said()).not.toMatch(/\brelease \d/)
    started.ctrlC()
    expect(await started.exited).toBe(0)
  }

  it(
    'prints address and demo accounts, answers on this machine alone, ends at Ctrl-C with nothing left behind, and publishes nothing the next time',
    async () => {
      const port = await freePort()
      started = start({ ...OWN_KEYS, PORT: String(port), DATA_DIR: site.dataDir })
      const { said } = started
      await expect.poll(said, { timeout: PATIENCE_MS, interval: 100 }).toContain('after the start')

      expect(said()).toContain(`The site answers at http://localhost:${port} (listening on 127.0.0.1:${port})`)
      expect(said().match(/^Demo account: \S+@demo\.example {2}password: \S+ {2}\(.+\)$/gm)).toHaveLength(6)
      expect(said()).toContain(`Mail is written to ${site.dataDir}/outbox`)
      expect((await fetch(`http://127.0.0.1:${port}/ar`)).status).toBe(200)
      expect(await listens(port, '127.0.0.2')).toBe(false)

      started.ctrlC()
      expect(await started.exited).toBe(0)
      expect(await listens(port, '127.0.0.1')).toBe(false)
      expect(embeddedPort(site.dataDir)).toBeUndefined()
      expect(said()).toMatch(/: published as release 1/)
      await expectSecondStart(port)
      await expectToMove(site)
    },
    PATIENCE_MS,
  )
})

describe('npm start stops with one sentence', () => {
  it('when its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const { said, exited } = start({ PORT: String(port), DATA_DIR: '.data/test/never' })

    expect(await exited).toBe(1)
    expect(said().trim().split('\n').at(-1)).toBe(
      `PORT ${port} is taken by another program: stop that one, or set PORT to a free one`,
    )
    expect(said()).not.toMatch(/^\s+at /m)
    server.close()
  })

  it.each([
    ['PORT', 'abc'],
    ['SESSION_KEY', 'hunter2'],
    ['DATABASE_URL', 'mysql://site:hunter2@db/site'],
  ])('that names a wrong %s, without its value', async (name, value) => {
    const { said, exited } = start({ [name]: value, DATA_DIR: '.data/test/never' })

    expect(await exited).toBe(1)
    expect(said().trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`^${name} must be `))])
    expect(said()).not.toContain('hunter2')
  })
})
