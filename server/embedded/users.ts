import 'server-only'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { processName, runs } from './processes'

/** Written instead of a process id if the database is to stay up until it is told to stop. */
const KEPT = 'kept'

const folderOf = (dataDir: string) => path.join(dataDir, 'postgres.users')

/** Notes that `user` needs the database. */
export function enter(dataDir: string, user: number | typeof KEPT): void {
  mkdirSync(folderOf(dataDir), { recursive: true })
  writeFileSync(path.join(folderOf(dataDir), String(user)), user === KEPT ? KEPT : (processName(user) ?? ''))
}

/** Removes `user` from the users. @returns whether nobody is left who needs the database. */
export function leave(dataDir: string, user: number): boolean {
  rmSync(path.join(folderOf(dataDir), String(user)), { force: true })
  return usersLeft(dataDir) === 0
}

export function isUser(dataDir: string, user: number): boolean {
  return existsSync(path.join(folderOf(dataDir), String(user)))
}

export function dismissAll(dataDir: string): void {
  rmSync(folderOf(dataDir), { recursive: true, force: true })
}

function usersLeft(dataDir: string): number {
  if (!existsSync(folderOf(dataDir))) return 0
  const names = readdirSync(folderOf(dataDir)).map((file) => readFileSync(path.join(folderOf(dataDir), file), 'utf8'))
  return names.filter((name) => name === KEPT || runs(name)).length
}
