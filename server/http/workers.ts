import 'server-only'
import cluster, { type Worker } from 'node:cluster'
import { log } from '../log'

/** How long to wait before a worker that could not start is started again. */
const RETRY_MS = 1000

/** How many worker processes are to serve: one, unless the starter says how many. */
export function readWorkers(setting: string | undefined): number {
  return Number(setting) || 1
}

/**
 * Runs this program in `count` worker processes that share one port, and replaces each that exits by itself. It ends
 * when it is told to stop, and if not even the first worker can start.
 */
export function keepWorkers(count: number): void {
  const listening = new WeakSet<Worker>()
  let served = false
  let stopped = false

  cluster.on('listening', (worker) => {
    listening.add(worker)
    if (!served) process.send?.('listening')
    served = true
  })
  cluster.on('exit', (worker, code, signal) => {
    if (stopped) {
      if (running().length === 0) process.exit(0)
    } else if (!served) {
      process.exit(1)
    } else {
      log('worker-replaced', { code, signal })
      setTimeout(() => stopped || cluster.fork(), listening.has(worker) ? 0 : RETRY_MS)
    }
  })
  const stop = () => {
    stopped = true
    // Each worker finishes its open requests first.
    for (const worker of running()) worker.process.kill('SIGTERM')
    if (running().length === 0) process.exit(0)
  }
  // `disconnect`: the starter at the other end of the channel was killed.
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop)
  for (let n = 0; n < count; n++) cluster.fork()
}

const running = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
