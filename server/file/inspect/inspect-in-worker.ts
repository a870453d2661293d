import 'server-only'
import { type Limits, runInWorker } from '../../worker/run-in-worker'
import { takingTurns } from '../../worker/turns'
import { type Finding, refused } from './finding'
import type { Inspection } from './inspect-document'

declare module '../../worker/tasks' {
  interface Tasks {
    'inspect-file': (inspection: Inspection) => Finding
  }
}

/** The limits for inspecting one file. A file of 25 MB is in memory several times. */
const LIMITS: Limits = { seconds: 60, megabytes: 512 }

/** All others wait: uploads are limited, and a person who has sent 25 MB waits rather than send them again. */
const { inTurn } = takingTurns('inspections', {
  atOnce: 2,
  mostWaiting: Number.POSITIVE_INFINITY,
  waitMs: 2 ** 31 - 1,
  busy: 'unavailable',
})

/**
 * Inspects a document in a worker thread. A file that meets a limit there was made as an attack, and is refused.
 */
export function inspectInWorker(inspection: Inspection, limits: Limits = LIMITS): Promise<Finding> {
  return inTurn(async () => {
    const outcome = await runInWorker('inspect-file', inspection, limits)
    return outcome.status === 'done' ? outcome.made : refused('unpacked')
  })
}
