import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * A temporary git repository with the library, courses and their films, which a test may change.
 *
 * @param courses one small course, or the folder of all
 */
export function contentRepository(courses: 'courses/awareness' | 'courses' = 'courses/awareness') {
  const root = mkdtempSync(path.join(tmpdir(), 'repository-'))
  for (const folder of [courses, 'library', 'public/media']) {
    cpSync(folder, path.join(root, folder), { recursive: true })
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.ma', ...args], {
      encoding: 'utf8',
    }).trimEnd()
  const at = (file: string) => path.join(root, file)
  const read = (file: string) => readFileSync(at(file), 'utf8')
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(at(file)), { recursive: true })
    writeFileSync(at(file), text)
  }
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'The files')
  const start = git('rev-parse', 'HEAD')

  return {
    root,
    git,
    read,
    write,
    has: (file: string) => existsSync(at(file)),
    commit: (file: string, text: string) => {
      write(file, text)
      git('add', file)
      git('commit', '--quiet', '--message', 'Somebody else')
    },
    /** A hook of git, as a shell script. */
    hook: (name: string, script: string) => {
      write(`.git/hooks/${name}`, `#!/bin/sh\n${script}\n`)
      chmodSync(at(`.git/hooks/${name}`), 0o755)
    },
    unhook: (name: string) => rmSync(at(`.git/hooks/${name}`)),
    /** The commits since the start, the newest first. */
    commits: () => {
      const log = git('log', '--format=%H', `${start}..HEAD`)
      return log === '' ? [] : log.split('\n')
    },
    message: (commit: string) => git('log', '-1', '--format=%an <%ae> %cn%n%B', commit),
    /** The files that a commit changed. */
    changedBy: (commit: string) => git('show', '--format=', '--name-only', commit).split('\n'),
    status: () => git('status', '--porcelain'),
    reset: () => {
      git('reset', '--quiet', '--hard', start)
      git('clean', '--quiet', '-d', '--force')
    },
    discard: () => rmSync(root, { recursive: true, force: true }),
  }
}
