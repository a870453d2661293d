import 'server-only'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { program } from './binaries'
import type { Place } from './place'

export const SUPERUSER = 'app'

const PASSWORD_FILE = 'site.password'

// PostgreSQL's built-in locale: texts sort in the same order on every machine, whatever its system libraries.
const LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/** Makes the data folder, once. A start that is interrupted here leaves no incomplete folder. */
export function initialise({ cluster, binaries, account }: Place, throwaway: boolean): void {
  if (existsSync(cluster)) return
  const unfinished = `${cluster}.part`
  const password = `${cluster}.password`
  for (const leftover of [unfinished, password]) rmSync(leftover, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (account) for (const made of [unfinished, password]) chownSync(made, account.uid, account.gid)

  const options = ['-D', unfinished, '-U', SUPERUSER, `--pwfile=${password}`, '-A', 'scram-sha-256', '-E', 'UTF8']
  if (throwaway) options.push('--no-sync')
  const result = spawnSync(program(binaries, 'initdb'), [...options, ...LOCALE], {
    ...account,
    cwd: unfinished,
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
  })
  if (result.status !== 0)
    throw new Error(`PostgreSQL could not make its data folder:\n${result.error ?? result.stderr}`)

  renameSync(password, path.join(unfinished, PASSWORD_FILE))
  renameSync(unfinished, cluster)
}

export function passwordOf(cluster: string): string {
  return readFileSync(path.join(cluster, PASSWORD_FILE), 'utf8').trim()
}
