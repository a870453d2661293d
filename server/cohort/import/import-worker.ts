// The worker thread that reads one file, built by scripts/build-programs.ts. @see ./read-in-worker.ts
import 'server-only'
import { parentPort, workerData } from 'node:worker_threads'
import { readRoster, rereadRoster } from './read-roster'
import type { Reading } from './roster'

const reading = workerData as Reading
Promise.resolve(
  'bytes' in reading ? readRoster(reading.bytes, reading.plan) : rereadRoster(reading.cells, reading.plan),
).then((list) => parentPort?.postMessage(list))
