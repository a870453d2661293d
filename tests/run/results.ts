import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { RunError } from '@/scripts/run'
import type { Tally } from './tally'

/**
 * Runs a test runner that writes its results to a file, and counts them.
 *
 * @param start runs it with that file.
 * @param count reads what it wrote.
 */
export async function countResults(
  start: (file: string) => Promise<void>,
  count: (results: unknown) => Tally,
): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'results-'))
  const file = path.join(folder, 'results.json')
  try {
    const broke = await start(file).catch((error: unknown) => {
      if (error instanceof RunError) return error
      throw error
    })
    const tally = count(JSON.parse(readFileSync(file, 'utf8')))
    // It failed without a test that did: an error outside of them is one failure.
    return broke && tally.failed.length === 0 ? { ...tally, failed: [broke.message] } : tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
