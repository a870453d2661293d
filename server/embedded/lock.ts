import 'server-only'
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processName, runs } from './processes'

const PATIENCE_MS = 120_000

/**
 * Runs `work` while no other process of this machine runs work under the same lock.
 *
 * The lock is the file `<name>.<turn>` with the highest turn. It names the process that holds it. When the holder is
 * gone or done, the next turn follows, and only one process can create the file of that turn, so there is no race over
 * a dead holder.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const held = await take(name)
  try {
    return await work()
  } finally {
    writeFileSync(held, 'done') // The file is not removed: a turn must never occur twice.
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
    linkSync(mine, fileOf(name, turn)) // Unlike a write, a link is atomic.
  } catch {
    return false
  } finally {
    rmSync(mine, { force: true })
  }
  // This turn and later ones may have come and gone since the files were listed.
  const existing = turns(name)
  const won = existing.at(-1) === turn
  for (const old of existing.filter((other) => (won ? other < turn : other === turn)))
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
