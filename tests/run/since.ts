import { execFileSync } from 'node:child_process'
import type { StageName } from './stages'

/** What a run tests. `since`: only what the changes since this commit can have broken. */
export type Asked = { stages: readonly string[]; full: boolean; since: string | null }

/** Reads the arguments of `npm test`. @throws {Error} if `--since` names no commit */
export function readAsked(given: readonly string[]): Asked {
  const at = given.indexOf('--since')
  const since = at < 0 ? null : (given[at + 1] ?? '')
  if (since === '' || since?.startsWith('-')) throw new Error('--since is followed by a commit.')
  const rest = at < 0 ? given : given.toSpliced(at, 2)
  return { stages: rest.filter((each) => each !== '--full'), full: rest.includes('--full'), since }
}

/** What the changes can have broken: whole stages, and the tests that import the changed `files`. */
export type Affected = { stages: readonly StageName[]; files: readonly string[] }

const CODE = /\.(ts|tsx|mjs|json|css)$/
/** Tests read these files by themselves, so no import leads from them to a test. */
const READ_BY: readonly (readonly [RegExp, StageName])[] = [
  [/^(courses|library)\//, 'content'],
  [/^prisma\//, 'integration'],
]

/** @param changed paths in the repository. */
export function affectedBy(changed: readonly string[]): Affected {
  const stages = READ_BY.filter(([folder]) => changed.some((file) => folder.test(file))).map(([, stage]) => stage)
  return { stages: ['check', ...stages], files: changed.filter((file) => CODE.test(file)) }
}

/** The files that differ from the commit, new ones too, and those that are gone. @throws {Error} if there is no such commit */
export function changedSince(commit: string): string[] {
  try {
    const changed = git('diff', '--name-only', '--no-renames', commit, '--')
    const added = git('ls-files', '--others', '--exclude-standard')
    return `${changed}${added}`.split('\n').filter(Boolean)
  } catch {
    throw new Error(`There is no commit ${commit}.`)
  }
}

/** A file as it is in the commit; null if it is not there. */
export function fileAt(commit: string, file: string): string | null {
  return orNull(() => git('show', `${commit}:${file}`))
}

/** The newest tag before this commit; null without tags, or without git. */
export function lastTag(): string | null {
  return orNull(() => git('describe', '--tags', '--abbrev=0').trim())
}

/** No file of the messages, and no list of changes, is larger. */
const MOST_OUTPUT = 64 * 1024 * 1024

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: MOST_OUTPUT })
}

function orNull<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null
  }
}
