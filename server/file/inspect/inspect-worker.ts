// The worker thread that looks at one file, built by scripts/build-programs.ts. @see ./inspect-in-worker.ts
import 'server-only'
import { parentPort, workerData } from 'node:worker_threads'
import { inspectPdf } from './inspect-pdf'
import { inspectSlides } from './inspect-slides'

export type Inspection = { path: string; type: 'pdf' } | { path: string; type: 'zip'; head: Uint8Array }

const inspection = workerData as Inspection
Promise.resolve(
  inspection.type === 'pdf'
    ? inspectPdf(inspection.path)
    : inspectSlides(inspection.path, Buffer.from(inspection.head)),
).then((finding) => parentPort?.postMessage(finding))
