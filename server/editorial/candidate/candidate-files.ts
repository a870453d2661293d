import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listFilesUnder } from '../../content/disk'
import type { CandidateFile } from '../../db/editorial/editorial-candidates'
import { CONTENT, leadsThroughLink, runGit } from '../export/work-tree'

/** Where a candidate comes from: its files by path, and the text of each. */
type Source = {
  name: string
  paths: readonly string[]
  differs: (file: string, here: Buffer) => boolean
  read: (file: string) => string
}

const TEXT = /\.(md|yaml)$/

/**
 * The files of a folder, or of a revision of this git repository, that differ from the files here; `text` is null for a
 * removed file. A course that is missing as a whole does not count as removed: the source may hold only what is to be
 * reviewed.
 *
 * @throws if `asked` is neither, has no file of courses or library, or differs in nothing.
 */
export function candidateFiles(root: string, asked: string): { source: string; files: CandidateFile[] } {
  const source = existsSync(asked) ? folderSource(asked) : revisionSource(root, asked)
  const theirs = new Set(source.paths.filter((file) => TEXT.test(file)))
  if (theirs.size === 0) throw new Error(`${asked} has no file of courses/ or library/.`)
  const parts = new Set([...theirs].map(partOf))
  const here = CONTENT.flatMap((folder) => listFilesUnder(root, folder)).filter((file) => TEXT.test(file))
  const changed = [...theirs].filter((file) => {
    const place = path.join(root, file)
    return !existsSync(place) || source.differs(file, readFileSync(place))
  })
  const gone = here.filter((file) => !theirs.has(file) && parts.has(partOf(file)))
  const files = [
    ...changed.map((file) => ({ path: file, text: source.read(file) })),
    ...gone.map((file) => ({ path: file, text: null })),
  ].toSorted((a, b) => a.path.localeCompare(b.path, 'en'))
  if (files.length === 0) throw new Error(`${asked} says the same as the files here.`)
  return { source: source.name, files }
}

/** `courses/fundamentals`, or `library`. */
function partOf(file: string): string {
  const [folder = '', name = ''] = file.split('/')
  return folder === 'library' ? folder : `${folder}/${name}`
}

/** Symbolic links are left out: they may lead to any file of this machine. */
function folderSource(folder: string): Source {
  const read = (file: string) => readFileSync(path.join(folder, file))
  return {
    name: path.basename(path.resolve(folder)),
    paths: CONTENT.flatMap((name) => listFilesUnder(folder, name)).filter((file) => !leadsThroughLink(folder, file)),
    differs: (file, here) => !here.equals(read(file)),
    read: (file) => read(file).toString('utf8'),
  }
}

function revisionSource(root: string, revision: string): Source {
  const commit = commitOf(root, revision)
  const listed = runGit(root, ['ls-tree', '-r', '-z', commit, '--', ...CONTENT]).split('\0')
  const objects = new Map(
    listed.flatMap((line) => {
      const [, mode, object = '', file = ''] = /^(\d+) blob (\w+)\t(.+)$/s.exec(line) ?? []
      // 120000 is the mode of a symbolic link.
      return mode === undefined || mode === '120000' ? [] : [[file, object] as const]
    }),
  )
  return {
    name: `${revision} (${commit.slice(0, 12)})`,
    paths: [...objects.keys()],
    differs: (file, here) => objectOf(here, objects.get(file)?.length ?? 0) !== objects.get(file),
    read: (file) => runGit(root, ['cat-file', 'blob', objects.get(file) ?? '']),
  }
}

function commitOf(root: string, revision: string): string {
  try {
    return runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim()
  } catch {
    throw new Error(`“${revision}” is neither a folder nor a revision of the git repository here.`)
  }
}

/** The git object id of these bytes. `length` tells which hash the repository uses: 64 for SHA-256, 40 for SHA-1. */
function objectOf(bytes: Buffer, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
