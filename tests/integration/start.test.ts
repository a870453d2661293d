import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { processTree } from '@/bench/processes'
import { SERVER } from '@/scripts/start/server-process'
import { migrate } from '@/server/db/migration/migrate'
import { migrationNames } from '@/server/db/migration/migrations'
import { embeddedPort, embeddedServer } from '@/server/embedded/postgres'
import { commandLine } from '@/server/embedded/processes'
import { readEnv } from '@/server/env'
import { embeddedSite } from '@/tests/support/embedded-site'
import { emptyDatabase } from '@/tests/support/fresh-database'
import { runWith } from '@/tests/support/run-command'
import { testSettings } from '@/tests/support/settings'
import { freePort } from '@/tests/support/site'

// Enough for a first start, which makes the build if there is none.
const PATIENCE_MS = 240_000

/** Starts the site with these settings, in a process group of its own as in a terminal. */
function start(
  settings: Record<string, string>,
  [program, ...args]: readonly string[] = [process.execPath, 'start.mjs'],
) {
  const env = { ...process.env, ...testSettings(''), HOST: '', NODE_OPTIONS: '', ...settings }
  const child = spawn(program ?? '', args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  const exited = once(child, 'close').then(([code]) => code as number | null)
  const press = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), signal)
    } catch {
      // its process group is empty
    }
  }
  return {
    pid: child.pid ?? 0,
    said: () => said,
    exited,
    ctrlC: () => press('SIGINT'),
    end: () => press('SIGKILL'),
  }
}

const listens = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host, () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

// The site makes these itself.
const OWN_KEYS = { SESSION_KEY: '', SIGNING_KEY: '' }

/**
 * Follows the steps of docs/operations.md from the embedded database to a server, and checks that the keys and the rows
 * are moved too.
 */
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

// The test reads the processes from /proc.
const SEES_PROCESSES = process.platform === 'linux'

describe('npm start', () => {
  let site: ReturnType<typeof embeddedSite>
  let port: number
  let started: ReturnType<typeof start> | undefined
  beforeAll(async () => {
    site = embeddedSite()
    port = await freePort()
  })
  afterEach(() => started?.end())
  afterAll(() => site.remove())

  async function startAndWait(command?: string[]) {
    started = start({ ...OWN_KEYS, PORT: String(port), DATA_DIR: site.dataDir }, command)
    await expect.poll(started.said, { timeout: PATIENCE_MS, interval: 100 }).toContain('after the start')
    return started
  }
  const answers = async () => (await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null))?.status
  async function expectNothingLeft() {
    await expect.poll(() => listens(port, '127.0.0.1'), { timeout: PATIENCE_MS }).toBe(false)
    await expect.poll(() => embeddedPort(site.dataDir), { timeout: PATIENCE_MS }).toBeUndefined()
  }

  it(
    'prints address and demo accounts, answers on this machine alone, and ends at Ctrl-C with nothing left behind',
    async () => {
      const { said, ctrlC, exited } = await startAndWait()

      expect(said()).toContain(`The site answers at http://localhost:${port} (listening on 127.0.0.1:${port})`)
      expect(said().match(/^Demo account: \S+@demo\.example {2}password: \S+ {2}\(.+\)$/gm)).toHaveLength(7)
      expect(said()).toContain(`Mail is written to ${site.dataDir}/outbox`)
      expect((await fetch(`http://127.0.0.1:${port}/ar`)).status).toBe(200)
      expect(await listens(port, '127.0.0.2')).toBe(false)

      ctrlC()
      expect(await exited).toBe(0)
      expect(await listens(port, '127.0.0.1')).toBe(false)
      expect(embeddedPort(site.dataDir)).toBeUndefined()
      expect(said()).toMatch(/: published as release 1/)
      await expectToMove(site)
    },
    PATIENCE_MS,
  )

  it(
    'publishes nothing the next time, runs only the web server beside itself, and restarts a killed database',
    async () => {
      const { pid, said, ctrlC, exited } = await startAndWait()
      // If a course were read, the output would name its release.
      expect(said()).not.toMatch(/\brelease \d/)
      if (SEES_PROCESSES) {
        const commands = processTree(pid).map((one) => commandLine(one.pid))
        expect(commands).toEqual(['start.mjs', SERVER.program].map((name) => expect.stringContaining(name)))
      }

      const killed = embeddedServer(site.dataDir)?.pid ?? 0
      process.kill(killed, 'SIGKILL')
      await expect.poll(() => embeddedServer(site.dataDir)?.pid ?? killed, { timeout: PATIENCE_MS }).not.toBe(killed)
      await expect.poll(answers, { timeout: PATIENCE_MS }).toBe(200)

      ctrlC()
      expect(await exited).toBe(0)
      await expectNothingLeft()
    },
    PATIENCE_MS,
  )

  it(
    'stops web server and database when npm, or itself, is killed outright',
    async () => {
      process.kill((await startAndWait(['npm', 'start'])).pid, 'SIGKILL')
      await expectNothingLeft()

      process.kill((await startAndWait()).pid, 'SIGKILL')
      await expectNothingLeft()
    },
    PATIENCE_MS,
  )

  it.runIf(SEES_PROCESSES)(
    'ends with an error, and the database with it, when its web server is killed',
    async () => {
      const { pid, said, exited } = await startAndWait()
      const server = processTree(pid).find((one) => commandLine(one.pid).includes(SERVER.program))
      process.kill(server?.pid ?? 0, 'SIGKILL')

      expect(await exited).toBe(1)
      expect(said()).toContain('The web server ended by itself (SIGKILL).')
      await expectNothingLeft()
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

  it('when its database is of a newer version', async () => {
    const database = await emptyDatabase()
    await migrate(database.url)
    await database.client.$executeRaw`UPDATE _prisma_migrations SET migration_name = '29991231000000_future'
      WHERE migration_name = ${migrationNames().at(-1)}`
    const { said, exited } = start({ DATABASE_URL: database.url, PORT: String(await freePort()) })

    expect(await exited).toBe(1)
    expect(said().trim().split('\n').at(-1)).toMatch(
      /^The database belongs to a newer version .* 29991231000000_future/,
    )
    expect(said()).not.toMatch(/^\s+at /m)
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
