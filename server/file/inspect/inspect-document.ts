import 'server-only'
import type { Finding } from './finding'
import { inspectPdf } from './inspect-pdf'
import { inspectSlides } from './inspect-slides'

export type Inspection = { path: string; type: 'pdf' } | { path: string; type: 'zip'; head: Uint8Array }

/** What a document is. It may take long: `inspectInWorker` runs it in a thread. */
export function inspectDocument(inspection: Inspection): Promise<Finding> {
  return inspection.type === 'pdf'
    ? inspectPdf(inspection.path)
    : inspectSlides(inspection.path, Buffer.from(inspection.head))
}
