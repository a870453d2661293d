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
