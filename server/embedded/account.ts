import 'server-only'
import { spawnSync } from 'node:child_process'
import { existsSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The system account that PostgreSQL runs as; undefined for the account of this process. */
export type Account = { uid: number; gid: number }

/** PostgreSQL refuses to run as root. In that case it runs as the owner of its data, or as `postgres` or `nobody`. */
export function postgresAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!found) throw new Error('PostgreSQL refuses to run as root, and there is no account `postgres` or `nobody`.')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Whether `account` can start this program and enter this folder, determined by trying both. */
export function canUse(account: Account, program: string, folder: string): boolean {
  const started = spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' })
  const entered = spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' })
  return started.status === 0 && entered.status === 0
}

export function chownTree(folder: string, { uid, gid }: Account): void {
  lchownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(folder, entry), uid, gid)
}
