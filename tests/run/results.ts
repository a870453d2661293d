import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { RunError, RunTimeout } from '@/scripts/run'
import { lastTest } from './last-test'
import { failure, type Tally } from './tally'

/** The files that a test runner writes: its results when it ends, and each test as it begins. */
export type ResultFiles = { results: string; lastTest: string }

/**
 * Runs a test runner that writes its results to a file, and counts them. If the runner is stopped or crashes before
 * that, this counts as one failure, which names the stage and the test that began last.
 *
 * @param start runs it with those files.
 * @param count reads its results.
 */
export async function countResults(
  stage: string,
  start: (files: ResultFiles) => Promise<void>,
  count: (results: unknown) => Tally,
): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'results-'))
  const files = { results: path.join(folder, 'results.json'), lastTest: path.join(folder, 'last-test') }
  try {
    const broke = await start(files).catch((error: unknown) => {
      if (error instanceof RunError) return error
      throw error
    })
    const tally = existsSync(files.results) ? count(JSON.parse(readFileSync(files.results, 'utf8'))) : NOTHING
    // A runner that was stopped may have counted its results so far.
    if (broke instanceof RunTimeout) return withFailure(tally, stage, outOfTime(broke, files))
    if (broke && tally.failed.length === 0) return withFailure(tally, stage, broke.message)
    if (tally === NOTHING) return withFailure(tally, stage, `it wrote no results; ${lastTest(files.lastTest)}`)
    return tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const NOTHING: Tally = { passed: 0, failed: [] }

const outOfTime = ({ minutes }: RunTimeout, files: ResultFiles) =>
  `it ran out of time after ${minutes} minutes; ${lastTest(files.lastTest)}`

function withFailure({ passed, failed }: Tally, stage: string, reason: string): Tally {
  return { passed, failed: [...failed, failure(`the stage ${stage}`, reason)] }
}
