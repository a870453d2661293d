import 'server-only'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { postgresRecordPath } from '../env'
import { type Account, canUse, postgresAccount } from './account'
import { copiedBinaries, installedBinaries, program } from './binaries'
import { stopPostmaster } from './postmaster'

/** The data folder and the programs of the embedded PostgreSQL, and the account that it runs as. */
export type Place = { cluster: string; binaries: string; account: Account | undefined }

const recordSchema = z.object({ url: z.string(), cluster: z.string() })
export type PostgresRecord = z.infer<typeof recordSchema>

/** The record that the last start wrote. */
export function readRecord(dataDir: string): PostgresRecord | undefined {
  const file = postgresRecordPath(dataDir)
  return existsSync(file) ? recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** Inside `dataDir`, unless PostgreSQL's account cannot enter it. Then in a folder of its own under /var/tmp. */
export async function findPlace(dataDir: string): Promise<Place> {
  const inside = path.join(dataDir, 'postgres')
  const recorded = readRecord(dataDir)?.cluster
  const account = postgresAccount(recorded ?? inside)
  if (!account) return { cluster: inside, binaries: installedBinaries(), account }

  const binaries = installedBinaries()
  const reachable = canUse(account, program(binaries, 'postgres'), dataDir)
  if (reachable && (recorded ?? inside) === inside) return { cluster: inside, binaries, account }

  const outside = outsideFolder(dataDir)
  const cluster = path.join(outside, 'postgres')
  if (!recorded) await removeAbandoned(cluster)
  return { cluster, binaries: copiedBinaries(outside, account), account }
}

function outsideFolder(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const folder = path.join('/var/tmp', `traite-formation-${name}`)
  mkdirSync(folder, { recursive: true })
  const { uid } = lstatSync(folder)
  if (uid !== 0 || !lstatSync(folder).isDirectory()) throw new Error(`${folder} was not made by root: remove it.`)
  chmodSync(folder, 0o711)
  return folder
}

// Removes the database of a `.data` folder that was deleted, or that belonged to an earlier checkout at this path.
async function removeAbandoned(cluster: string): Promise<void> {
  await stopPostmaster(cluster)
  rmSync(cluster, { recursive: true, force: true })
}
