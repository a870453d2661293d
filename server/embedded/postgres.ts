import 'server-only'
import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { postgresRecordPath } from '../env'
import { writeWhole } from '../write-whole'
import { initialise } from './cluster'
import { connectTo, urlOf } from './connect'
import { launch } from './launch'
import { withLock } from './lock'
import { findPlace, readRecord } from './place'
import { type Postmaster, runningPostmaster, stopPostmaster } from './postmaster'
import { dismissAll, enter, isUser, leave } from './users'

export type EmbeddedOptions = {
  /** The folder for all data of this checkout, `.data`. */
  dataDir: string
  /** The only port to use. Without it: the port of the last start, or any free one. */
  port?: number | undefined
  /** For tests: faster, and lost if the machine crashes. */
  throwaway?: boolean
  /** The server stays up until `stopEmbedded`, not only as long as this process. */
  keep?: boolean
  /** The id of the process that needs the server; this process by default. */
  user?: number
}

/**
 * Starts the embedded PostgreSQL, unless it runs already. Any number of processes may call this at once, also after one
 * of them, or the server, was killed.
 *
 * @returns the address of its database `app`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<string> {
  const { dataDir, throwaway = false, keep = false } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o711 }) // PostgreSQL's own account must be able to pass through this folder.
  ensureOurs(dataDir)

  return await withLock(path.join(dataDir, 'postgres.lock'), async () => {
    const place = await findPlace(dataDir)
    initialise(place, throwaway)
    const port = await launch(place, {
      wantedPort: options.port ?? recordedPort(dataDir),
      fixedPort: options.port !== undefined,
      throwaway,
      log: path.join(dataDir, 'postgres.log'),
    })
    const url = urlOf({ cluster: place.cluster, port }, 'app')
    await createDatabase(place.cluster, port)
    writeWhole(postgresRecordPath(dataDir), JSON.stringify({ url, cluster: place.cluster }))
    enter(dataDir, keep ? 'kept' : (options.user ?? process.pid))
    return url
  })
}

/** Notes that the process `user` no longer needs the server. The last user stops it. */
export async function leaveEmbedded(dataDir: string, user: number = process.pid): Promise<void> {
  if (!readRecord(dataDir)) return
  await withLock(path.join(dataDir, 'postgres.lock'), async () => {
    const cluster = readRecord(dataDir)?.cluster
    if (cluster && leave(dataDir, user)) await stopPostmaster(cluster)
  })
}

/** Stops the server, whoever uses it. @returns whether it was running. */
export async function stopEmbedded(dataDir: string): Promise<boolean> {
  const running = embeddedPort(dataDir) !== undefined
  if (running) {
    dismissAll(dataDir)
    await leaveEmbedded(dataDir)
  }
  return running
}

/** The port that the server listens on; `undefined` if it does not run. */
export function embeddedPort(dataDir: string): number | undefined {
  return embeddedServer(dataDir)?.port
}

/** The process and port of the server; `undefined` if it does not run. */
export function embeddedServer(dataDir: string): Postmaster | undefined {
  const cluster = readRecord(dataDir)?.cluster
  return cluster ? runningPostmaster(cluster) : undefined
}

/** Whether the process `user` still counts as a user of the server. */
export function isNeeded(dataDir: string, user: number): boolean {
  return isUser(dataDir, user)
}

function recordedPort(dataDir: string): number | undefined {
  const url = readRecord(dataDir)?.url
  return url ? Number(new URL(url).port) : undefined
}

function ensureOurs(dataDir: string): void {
  try {
    accessSync(dataDir, constants.W_OK)
  } catch {
    throw new Error(`${dataDir} belongs to another account: start as that one, or remove the folder.`)
  }
}

async function createDatabase(cluster: string, port: number): Promise<void> {
  const admin = await connectTo({ cluster, port }, 'postgres')
  if (!admin) throw new Error('PostgreSQL stopped answering while it was started.')
  try {
    const found = await admin.query("SELECT 1 FROM pg_database WHERE datname = 'app'")
    if (found.rowCount === 0) await admin.query('CREATE DATABASE app')
  } finally {
    await admin.end()
  }
}
