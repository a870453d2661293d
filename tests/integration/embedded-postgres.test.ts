import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { embeddedPort, leaveEmbedded, startEmbedded, stopEmbedded } from '@/server/embedded/postgres'
import { embeddedSite, query } from '@/tests/support/embedded-site'

const { dataDir, cluster, start, remove } = embeddedSite()
afterEach(() => stopEmbedded(dataDir))
afterAll(remove)

/** Another process that uses the database, with the address it was given. */
async function anotherUser() {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/embedded-user.ts', dataDir]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const [url] = await once(child.stdout, 'data')
  return { url: String(url).trim(), child }
}

function killPostgres(): void {
  const pidFile = readFileSync(path.join(cluster(), 'postmaster.pid'), 'utf8')
  process.kill(Number.parseInt(pidFile, 10), 'SIGKILL')
}

async function takenPort(port: number) {
  const squatter = createServer().listen(port, '127.0.0.1')
  await once(squatter, 'listening')
  return { port: (squatter.address() as { port: number }).port, free: () => squatter.close() }
}

describe('the embedded PostgreSQL', () => {
  it('is started once by processes that start at the same time on an empty folder', async () => {
    const [one, two, own] = await Promise.all([anotherUser(), anotherUser(), start()])

    expect(new Set([one.url, two.url, own]).size).toBe(1)
    one.child.kill()
    two.child.kill()
  })

  it('is stopped by the last process that uses it', async () => {
    const { child } = await anotherUser()
    await start()

    await leaveEmbedded(dataDir)
    expect(embeddedPort(dataDir)).toBeDefined()

    child.stdin.end()
    await once(child, 'exit')
    expect(embeddedPort(dataDir)).toBeUndefined()
  })

  it('does not wait for a process that was killed', async () => {
    const { child } = await anotherUser()
    await start()
    child.kill('SIGKILL')
    await once(child, 'exit')

    await leaveEmbedded(dataDir)
    expect(embeddedPort(dataDir)).toBeUndefined()
  })

  it('keeps running if it was asked to', async () => {
    await startEmbedded({ dataDir, throwaway: true, keep: true })
    await start()
    await leaveEmbedded(dataDir)

    expect(embeddedPort(dataDir)).toBeDefined()
  })

  it('restarts at the same address with its data after it was killed', async () => {
    const before = await start()
    await query(before, 'CREATE TABLE kept AS SELECT 27 AS law')
    await query(before, 'CHECKPOINT')
    killPostgres()

    const after = await start()
    expect(after).toBe(before)
    expect(await query(after, 'SELECT law FROM kept')).toEqual([{ law: 27 }])
  })

  it('starts although its lock file names the id of another process', async () => {
    await start()
    await stopEmbedded(dataDir)
    writeFileSync(path.join(cluster(), 'postmaster.pid'), `${process.pid}\n${cluster()}\n0\n1\n\n127.0.0.1\n`)

    expect(await query(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('takes another port when its own is taken', async () => {
    const before = new URL(await start())
    await stopEmbedded(dataDir)
    const taken = await takenPort(Number(before.port))

    const after = new URL(await start())
    expect(after.port).not.toBe(before.port)
    expect(await query(after.href, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    taken.free()
  })

  it('refuses to start if the port that a setting demands is taken', async () => {
    const taken = await takenPort(0)

    await expect(startEmbedded({ dataDir, port: taken.port })).rejects.toThrow(
      `EMBEDDED_PG_PORT ${taken.port} is in use`,
    )
    taken.free()
  })

  it('lets nobody in without its password', async () => {
    const url = new URL(await start())
    url.password = 'app'

    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('authentication')
  })
})
