import { execFileSync } from 'node:child_process'

/** What is not tested in each run has its turn within this many commits in a row. */
export const TURNS = 6

/** The setting with which a run tests everything, whatever its turn. */
export const FULL = 'TEST_FULL'

/** The turn of the current commit, from 0; `all` in a full run. */
export type Turn = number | 'all'

export function turnNow(): Turn {
  return process.env[FULL] ? 'all' : commitsSoFar() % TURNS
}

export function nameTurn(turn: Turn): string {
  return turn === 'all' ? 'all turns of the rotation' : `rotation ${turn + 1} of ${TURNS}`
}

/**
 * The repetitions of a test that provokes rare races.
 *
 * @param normal in a run of one turn.
 * @param full in a run of all turns.
 */
export function budget(normal: number, full: number, turn: Turn = turnNow()): number {
  return turn === 'all' ? full : normal
}

/** The one of these whose turn it is, or all in a full run. As many turns in a row as there are items reach each. */
export function inTurn<T>(items: readonly T[], turn: Turn = turnNow()): readonly T[] {
  return turn === 'all' ? items : items.filter((_, place) => place === turn % items.length)
}

/** The commits up to this one; none where there is no git. */
export function commitsSoFar(): number {
  try {
    return Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return 0
  }
}
