import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SERVER } from '@/scripts/start/server-process'

const PATIENCE_MS = 120_000

export type Site = {
  url: string
  pid: number
  /** Kills it without warning, as a power failure would. */
  kill: () => Promise<void>
  stop: () => Promise<void>
  exited: Promise<unknown>
}

/**
 * Serves the production build on `settings.PORT`, and waits until it answers.
 *
 * @param hear gets all its output; without it, the log is dropped.
 * @param flags more flags of Node.
 */
export async function startSite(
  settings: Readonly<Record<string, string>>,
  hear?: (text: string) => void,
  flags: readonly string[] = [],
): Promise<Site> {
  const server = spawn(process.execPath, [...SERVER.flags, ...flags, SERVER.program], {
    env: { ...SERVER.env, ...process.env, ...settings, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', hear ? 'pipe' : process.env.SITE_LOG ? 'inherit' : 'ignore', hear ? 'pipe' : 'inherit', 'ipc'],
  })
  if (hear) for (const stream of [server.stdout, server.stderr]) stream?.setEncoding('utf8').on('data', hear)
  const exited = once(server, 'exit')
  const url = `http://localhost:${settings.PORT}`
  await Promise.race([answering(url), exited.then(() => Promise.reject(new Error('The server of the tests ended.')))])
  return {
    url,
    pid: server.pid ?? 0,
    kill: () => end(server, exited, 'SIGKILL'),
    stop: () => end(server, exited, 'SIGTERM'),
    exited,
  }
}

async function end(server: ChildProcess, exited: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
  server.kill(signal)
  await exited
}

export async function answering(url: string): Promise<void> {
  const patienceEnds = Date.now() + PATIENCE_MS
  while (Date.now() < patienceEnds) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer) return
    await sleep(100)
  }
  throw new Error(`${url} does not answer.`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
