import { execFileSync } from 'node:child_process'

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
