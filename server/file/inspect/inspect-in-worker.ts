import 'server-only'
import path from 'node:path'
import { onceInProcess } from '../../once-in-process'
import { type Finding, refused } from './finding'
import type { Inspection } from './inspect-worker'

/** The limits for inspecting one file. A file of 25 MB is read into one text, and once more without its escapes. */
const LIMITS = { seconds: 60, megabytes: 512 }
export type Limits = typeof LIMITS

/** The output path of scripts/build-programs.ts. */
const PROGRAM = 'built/inspect-worker.cjs'
// Neither imported nor given its usual name: the build of Next recognises `new Worker` by both, and would bundle the
// program and start its own copy.
const { Worker: Thread } = process.getBuiltinModule('node:worker_threads')

/** Files that a server inspects at once: each is in memory several times. Few others wait, as uploads are limited. */
const AT_ONCE = 2
const queue = onceInProcess('inspections', () => ({ free: AT_ONCE, waiting: [] as (() => void)[] }))

/**
 * Inspects a document in a worker thread, so that no file can block the server. The thread ends with the file, or at
 * the first limit that it reaches: such a file was made as an attack, and is refused.
 */
export async function inspectInWorker(inspection: Inspection, limits: Limits = LIMITS): Promise<Finding> {
  const { waiting } = queue()
  if (queue().free > 0) queue().free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await inThread(inspection, limits)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else queue().free += 1
  }
}

async function inThread(inspection: Inspection, limits: Limits): Promise<Finding> {
  const worker = new Thread(path.join(process.cwd(), PROGRAM), {
    workerData: inspection,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // The thread gets none of our environment: no keys, and no loader of this process.
    env: {},
    execArgv: [],
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Finding>((resolve, reject) => {
      timer = setTimeout(() => resolve(refused('unpacked')), limits.seconds * 1000)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The thread that looks at a file ended with ${code}`)))
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('unpacked')
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
