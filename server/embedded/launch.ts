import 'server-only'
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { program } from './binaries'
import { connectTo } from './connect'
import type { Place } from './place'
import { forgetDeadPostmaster, runningPostmaster } from './postmaster'

const PATIENCE_MS = 60_000

// For a moment, a server that was just killed leaves helper processes and a socket behind. Trying again helps.
const PASSING = /pre-existing shared memory block|lock file .* already exists|could not bind/

export type Launch = { wantedPort: number | undefined; fixedPort: boolean; throwaway: boolean; log: string }

/** Starts PostgreSQL on `place`, unless it runs already, and waits until it answers. @returns its port. */
export async function launch(place: Place, options: Launch): Promise<number> {
  const patienceEnds = Date.now() + PATIENCE_MS
  for (;;) {
    const outcome = await startOrFind(place, options)
    if ('port' in outcome) return outcome.port
    if (Date.now() > patienceEnds || !outcome.passing) {
      throw new Error(`PostgreSQL did not start; see ${options.log}\n${outcome.words.slice(-1500)}`)
    }
    await sleep(250)
  }
}

type Outcome = { port: number } | { passing: boolean; words: string }

async function startOrFind(place: Place, { wantedPort, fixedPort, throwaway, log }: Launch): Promise<Outcome> {
  const running = runningPostmaster(place.cluster)
  if (running) {
    const answered = await answersAt(place.cluster, running.port)
    return answered ? running : { passing: true, words: `process ${running.pid} does not answer` }
  }

  const port = await freePort(wantedPort)
  if (fixedPort && port !== wantedPort) throw new Error(`EMBEDDED_PG_PORT ${wantedPort} is in use by another program.`)
  forgetDeadPostmaster(place.cluster)
  const logged = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const server = spawnPostgres(place, port, throwaway, log)
  if (await answers(server, place.cluster, port)) return { port }
  const words = readFileSync(log, 'utf8').slice(logged)
  return { passing: PASSING.test(words), words }
}

function spawnPostgres(
  { cluster, binaries, account }: Place,
  port: number,
  throwaway: boolean,
  log: string,
): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=50',
    'log_checkpoints=off',
    // The database of a site is small and fits in the cache of the system, so a larger buffer would only hold the data
    // twice.
    'shared_buffers=32MB',
  ]
  // Tests may lose everything if the machine crashes, and run faster in this way.
  if (throwaway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')

  const output = openSync(log, 'a', 0o600)
  const server = spawn(
    program(binaries, 'postgres'),
    ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...account,
      cwd: cluster,
      detached: true, // Ctrl-C must only reach this process. It stops PostgreSQL when nobody uses it any more.
      stdio: ['ignore', output, output],
      env: { ...process.env, LC_ALL: 'C' },
    },
  )
  server.unref()
  server.on('error', () => {}) // `exitCode` and the log report a failure.
  closeSync(output)
  return server
}

async function answers(server: ChildProcess, cluster: string, port: number): Promise<boolean> {
  while (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    if (await answersAt(cluster, port)) return true
    await sleep(50)
  }
  return false
}

async function answersAt(cluster: string, port: number): Promise<boolean> {
  const client = await connectTo({ cluster, port }, 'postgres')
  await client?.end()
  return client !== undefined
}

/** The wanted port if it is free, otherwise any free one. */
async function freePort(wanted: number | undefined): Promise<number> {
  return (wanted && (await tryPort(wanted))) || (await tryPort(0)) || Promise.reject(new Error('No free port.'))
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
