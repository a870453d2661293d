// The worker thread that reads one file, built by scripts/build-programs.ts. @see ./read-in-worker.ts
import 'server-only'
import { parentPort, workerData } from 'node:worker_threads'
import { readRoster } from './read-roster'

readRoster(workerData as Uint8Array).then((list) => parentPort?.postMessage(list))
