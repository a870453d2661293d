import 'server-only'
import path from 'node:path'
import { LARGEST_ROSTER_BYTES, type ReadRoster, refused } from './roster'

/** What one file may cost. */
const LIMITS = { seconds: 10, megabytes: 128 }
export type Limits = typeof LIMITS

/** Where scripts/build-programs.ts puts it. */
const PROGRAM = 'built/import-worker.cjs'
// Neither imported nor named as usual: Next's build knows `new Worker` by both, and would start what it made of the program.
const { Worker: Thread } = process.getBuiltinModule('node:worker_threads')

/**
 * Reads a list in a thread of its own, so that whatever it holds the server goes on answering. The thread ends with the
 * file, or with the first limit that it meets.
 */
export async function readInWorker(bytes: Uint8Array, limits: Limits = LIMITS): Promise<ReadRoster> {
  if (bytes.byteLength === 0) return refused('empty')
  if (bytes.byteLength > LARGEST_ROSTER_BYTES) return refused('too-large')
  const worker = new Thread(path.join(process.cwd(), PROGRAM), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // It needs nothing of ours: no keys, and no loader that this process was started with.
    env: {},
    execArgv: [],
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ReadRoster>((resolve, reject) => {
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
