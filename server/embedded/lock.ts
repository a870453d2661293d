import 'server-only'
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processName, runs } from './processes'

const PATIENCE_MS = 120_000

/**
 * Runs `work` while no other process of this machine runs work under the same lock.
 *
 * The lock is the file `<name>.<turn>` with the highest turn and names its holder. A turn whose holder is gone or done
 * is followed by the next one, and creating that file is what only one process can do: no race over a dead holder.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const held = await take(name)
  try {
    return await work()
  } finally {
    writeFileSync(held, 'done') // not removed: a turn must never come twice
  }
}

async function take(name: string): Promise<string> {
  const patienceEnds = Date.now() + PATIENCE_MS
  for (;;) {
    const last = turns(name).at(-1) ?? 0
    if (isFree(fileOf(name, last)) && claim(name, last + 1)) return fileOf(name, last + 1)
    if (Date.now() > patienceEnds) throw new Error(`Another process has held ${fileOf(name, last)} for two minutes.`)
    await sleep(50)
  }
}

function claim(name: string, turn: number): boolean {
  const mine = `${name}.claim-${process.pid}`
  writeFileSync(mine, processName(process.pid) ?? '')
  try {
    linkSync(mine, fileOf(name, turn)) // unlike a write, a link appears whole or not at all
  } catch {
    return false
  } finally {
    rmSync(mine, { force: true })
  }
  // This turn and later ones may have come and gone while we looked.
  const standing = turns(name)
  const won = standing.at(-1) === turn
  for (const old of standing.filter((each) => (won ? each < turn : each === turn)))
    rmSync(fileOf(name, old), { force: true })
  return won
}

function isFree(file: string): boolean {
  try {
    return !runs(readFileSync(file, 'utf8'))
  } catch {
    return true
  }
}

const fileOf = (name: string, turn: number) => `${name}.${turn}`

function turns(name: string): number[] {
  const prefix = `${path.basename(name)}.`
  return readdirSync(path.dirname(name))
    .filter((file) => file.startsWith(prefix) && /^\d+$/.test(file.slice(prefix.length)))
    .map((file) => Number(file.slice(prefix.length)))
    .sort((a, b) => a - b)
}
