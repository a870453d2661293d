import 'server-only'
import path from 'node:path'
import { type ReadingPlan, UNDECIDED } from '@/domain/cohort/import/reading-plan'
import { LARGEST_ROSTER_BYTES, type Reading, type ReadRoster, type Reread, type RosterRow, refused } from './roster'

/** The limits for reading one file. */
const LIMITS = { seconds: 10, megabytes: 128 }
export type Limits = typeof LIMITS

/** The output path of scripts/build-programs.ts. */
const PROGRAM = 'built/import-worker.cjs'
// Neither imported nor given its usual name: the build of Next recognises `new Worker` by both, and would bundle the
// program and start its own copy.
const { Worker: Thread } = process.getBuiltinModule('node:worker_threads')

/**
 * Reads a roster in a worker thread, so that no file can block the server. The thread ends with the file, or at the
 * first limit that it reaches.
 */
export async function readInWorker(
  bytes: Uint8Array,
  plan: ReadingPlan = UNDECIDED,
  limits: Limits = LIMITS,
): Promise<ReadRoster> {
  if (bytes.byteLength === 0) return refused('empty')
  if (bytes.byteLength > LARGEST_ROSTER_BYTES) return refused('too-large')
  return inThread<ReadRoster>({ bytes, plan }, limits)
}

/** Reads rows again that were read before, within the same limits. */
export function rereadInWorker(cells: readonly RosterRow[], plan: ReadingPlan): Promise<Reread> {
  return inThread<Reread>({ cells, plan }, LIMITS)
}

async function inThread<Read extends ReadRoster | Reread>(
  reading: Reading,
  limits: Limits,
): Promise<Read | ReturnType<typeof refused>> {
  const worker = new Thread(path.join(process.cwd(), PROGRAM), {
    workerData: reading,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // The thread gets none of our environment: no keys, and no loader of this process.
    env: {},
    execArgv: [],
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Read | ReturnType<typeof refused>>((resolve, reject) => {
      timer = setTimeout(() => resolve(refused('too-slow')), limits.seconds * 1000)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The thread that reads a list ended with ${code}`)))
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('too-much-memory')
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
