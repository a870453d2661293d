import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embeddedPort, leaveEmbedded, startEmbedded, stopEmbedded } from '@/server/embedded/postgres'
import { EMBEDDED_TESTS } from '@/tests/support/test-run'

let dataDir = ''
beforeEach(() => {
  mkdirSync(EMBEDDED_TESTS, { recursive: true })
  const folder = mkdtempSync(path.join(EMBEDDED_TESTS, 'site-'))
  chmodSync(folder, 0o711)
  dataDir = path.join(folder, 'data')
})
afterEach(async () => {
  await stopEmbedded(dataDir)
  const outside = path.dirname(clusterOf())
  if (outside !== dataDir) rmSync(outside, { recursive: true })
  rmSync(path.dirname(dataDir), { recursive: true, force: true })
})

const start = () => startEmbedded({ dataDir, throwaway: true })

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Another process that needs the database, with the address it was given. */
async function anotherUser(): Promise<{ url: string; child: ChildProcessByStdio<Writable, Readable, null> }> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/embedded-user.ts', dataDir]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const [url] = await once(child.stdout, 'data')
  return { url: String(url).trim(), child }
}

/** The folder of its data. */
function clusterOf(): string {
  return JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')).cluster
}

function killPostgres(): void {
  const pidFile = readFileSync(path.join(clusterOf(), 'postmaster.pid'), 'utf8')
  process.kill(Number.parseInt(pidFile, 10), 'SIGKILL')
}

describe('the embedded PostgreSQL', () => {
  it('is started once by processes that start at once', async () => {
    const [one, two, own] = await Promise.all([anotherUser(), anotherUser(), start()])

    expect(new Set([one.url, two.url, own]).size).toBe(1)
    one.child.kill()
    two.child.kill()
  })

  it('is stopped by the last one who needs it', async () => {
    const { child } = await anotherUser()
    await start()

    await leaveEmbedded(dataDir)
    expect(embeddedPort(dataDir)).toBeDefined()

    child.stdin.end()
    await once(child, 'exit')
    expect(embeddedPort(dataDir)).toBeUndefined()
  })

  it('does not count one who was killed', async () => {
    const { child } = await anotherUser()
    await start()
    child.kill('SIGKILL')
    await once(child, 'exit')

    await leaveEmbedded(dataDir)
    expect(embeddedPort(dataDir)).toBeUndefined()
  })

  it('stays when it was asked to', async () => {
    await startEmbedded({ dataDir, throwaway: true, keep: true })
    await start()
    await leaveEmbedded(dataDir)

    expect(embeddedPort(dataDir)).toBeDefined()
  })

  it('comes back at the same address with what it held, after it was killed', async () => {
    const before = await start()
    await query(before, 'CREATE TABLE kept AS SELECT 27 AS law')
    await query(before, 'CHECKPOINT')
    killPostgres()

    const after = await start()
    expect(after).toBe(before)
    expect(await query(after, 'SELECT law FROM kept')).toEqual([{ law: 27 }])
  })

  it('starts although its lock file names a process that is another one now', async () => {
    await start()
    await stopEmbedded(dataDir)
    const cluster = clusterOf()
    writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n1\n\n127.0.0.1\n`)

    expect(await query(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('starts after a first start that was interrupted', async () => {
    mkdirSync(path.join(dataDir, 'postgres.part', 'base'), { recursive: true })
    writeFileSync(path.join(dataDir, 'postgres.password'), 'half')

    expect(await query(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('takes another port when its own is taken', async () => {
    const before = new URL(await start())
    await stopEmbedded(dataDir)
    const squatter = createServer().listen(Number(before.port), '127.0.0.1')
    await once(squatter, 'listening')

    const after = new URL(await start())
    expect(after.port).not.toBe(before.port)
    expect(await query(after.href, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    squatter.close()
  })

  it('says so when the port that a setting demands is taken', async () => {
    await start()
    await stopEmbedded(dataDir)
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const { port } = squatter.address() as { port: number }

    await expect(startEmbedded({ dataDir, throwaway: true, port })).rejects.toThrow(
      `EMBEDDED_PG_PORT ${port} is in use`,
    )
    squatter.close()
  })

  it('lets nobody in without its password', async () => {
    const url = new URL(await start())
    url.password = 'app'

    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('authentication')
  })

  // Only root can shut out the account that PostgreSQL runs as in its place.
  it.runIf(process.getuid?.() === 0)('lives under /var/tmp when its account cannot enter the checkout', async () => {
    chmodSync(path.dirname(dataDir), 0o700)
    const before = await start()
    await query(before, 'CREATE TABLE kept AS SELECT 27 AS law')
    await stopEmbedded(dataDir)

    expect(clusterOf()).toMatch(/^\/var\/tmp\/traite-formation-[0-9a-f]{16}\/postgres$/)
    expect(await query(await start(), 'SELECT law FROM kept')).toEqual([{ law: 27 }])
  })

  it.runIf(process.getuid?.() === 0)(
    'forgets what lies under /var/tmp when the folder that named it was removed',
    async () => {
      chmodSync(path.dirname(dataDir), 0o700)
      await query(await start(), 'CREATE TABLE forgotten ()')
      rmSync(dataDir, { recursive: true })

      expect(await query(await start(), "SELECT 1 FROM pg_tables WHERE tablename = 'forgotten'")).toEqual([])
    },
  )
})
