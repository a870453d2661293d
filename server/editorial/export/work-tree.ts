import 'server-only'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { env } from '../../env'

export type WrittenFile = { path: string; text: string }
export type WorkTree = ReturnType<typeof openWorkTree>

/** The folders whose files are written here. An export refuses to start while they have uncommitted changes. */
export const CONTENT = ['courses', 'library'] as const
/** The author of every commit. Its message names a person by her function, her body and an identifier. */
const NAME = 'Training on combating trafficking in human beings'
/** The file in the git directory that lists what is about to be written, until it is committed. */
const NOTE = 'review-export.json'
const MOST_BYTES = 1 << 28

/** The git repository of the files of courses and library. @throws if `root` is in none, or in one without a commit. */
export function openWorkTree(root: string) {
  const git = (args: readonly string[], input?: string) => runGit(root, args, input)
  try {
    git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  } catch {
    throw new Error(`${root} is not a git repository with a commit: the desk's work goes into the files by commits.`)
  }
  const note = path.resolve(root, git(['rev-parse', '--git-path', NOTE]).trim())
  const at = (file: string) => path.join(root, file)

  /** The file as the last commit has it; null if it does not. */
  function committed(file: string): string | null {
    const listed = git(['ls-tree', '-z', 'HEAD', '--', file])
    return listed === '' ? null : git(['show', `HEAD:./${file}`])
  }

  /** Reverts the files that a stopped export had written and not committed. A file that was changed since stays. */
  function takeBackUnfinished(): void {
    if (!existsSync(note)) return
    const begun = JSON.parse(readFileSync(note, 'utf8')) as { path: string; hash: string }[]
    for (const { path: file, hash } of begun) {
      rmSync(unfinished(at(file)), { force: true })
      if (!existsSync(at(file)) || hashOf(readFileSync(at(file), 'utf8')) !== hash) continue
      git(['reset', '--quiet', 'HEAD', '--', file])
      if (committed(file) === null) removeNew(root, file)
      else git(['checkout', '--quiet', 'HEAD', '--', file])
    }
    rmSync(note)
  }

  /** Writes the files and commits only these. All are written or none is. @returns the hash of the commit. */
  function commit(files: readonly WrittenFile[], message: string): string {
    const paths = files.map(({ path: file }) => file)
    const begun = JSON.stringify(files.map(({ path: file, text }) => ({ path: file, hash: hashOf(text) })))
    writeFileSync(`${note}.part`, begun)
    renameSync(`${note}.part`, note)
    try {
      for (const file of files) write(at(file.path), file.text)
      git(['add', '--', ...paths])
      git(['commit', '--quiet', '--cleanup=verbatim', '--file=-', '--only', '--', ...paths], message)
    } catch (error) {
      takeBackUnfinished()
      throw error
    }
    rmSync(note)
    return git(['rev-parse', 'HEAD']).trim()
  }

  return {
    commit,
    takeBackUnfinished,
    /** The files of courses and library that differ from the last commit, or that git does not know. */
    changed: () =>
      git(['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', ...CONTENT])
        .split('\0')
        .flatMap((line) => (line === '' ? [] : line.slice(3))),
    /** The commits of this branch, by the values of their trailer `name`. */
    commitsBy: (name: string) => commitsIn(git, name),
  }
}

function commitsIn(git: (args: readonly string[]) => string, name: string): ReadonlyMap<string, string> {
  const format = `--format=%H %(trailers:key=${name},valueonly,separator=%x20)`
  const lines = git(['log', `--grep=^${name}: `, format]).split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [commit = '', ...values] = line.trim().split(' ')
      return values.map((value) => [value, commit] as const)
    }),
  )
}

/** Runs git without a shell, and without the caller's `GIT_` variables, which could point it to another repository. */
export function runGit(root: string, args: readonly string[], input = ''): string {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const email = `noreply@${new URL(env().publicUrl).hostname}`
  try {
    return execFileSync('git', ['-C', root, '-c', 'commit.gpgSign=false', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      input,
      maxBuffer: MOST_BYTES,
      env: {
        ...(Object.fromEntries(own) as NodeJS.ProcessEnv),
        LC_ALL: 'C.UTF-8',
        GIT_LITERAL_PATHSPECS: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: NAME,
        GIT_AUTHOR_EMAIL: email,
        GIT_COMMITTER_NAME: NAME,
        GIT_COMMITTER_EMAIL: email,
      },
    })
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string }
    throw new Error(`git ${args[0]} failed: ${stderr.trim() || message}`)
  }
}

function write(place: string, text: string): void {
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(unfinished(place), text)
  if (existsSync(place)) chmodSync(unfinished(place), statSync(place).mode)
  renameSync(unfinished(place), place)
}

/** Also removes folders that become empty: they would count as lessons without files. */
function removeNew(root: string, file: string): void {
  rmSync(path.join(root, file))
  for (let folder = path.dirname(file); folder.includes('/'); folder = path.dirname(folder)) {
    if (readdirSync(path.join(root, folder)).length > 0) return
    rmdirSync(path.join(root, folder))
  }
}

const unfinished = (place: string) => `${place}.part`

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** True if the file, or a folder on the way to it, is a link, which may lead out of the repository. */
export function leadsThroughLink(root: string, file: string): boolean {
  const steps = file.split('/').map((_, place, all) => all.slice(0, place + 1).join('/'))
  return steps.some((step) => lstatSync(path.join(root, step), { throwIfNoEntry: false })?.isSymbolicLink())
}
