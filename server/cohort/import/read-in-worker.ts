import 'server-only'
import { LARGEST_LIST_BYTES } from '@/domain/cohort/import/largest-list'
import { type ReadingPlan, UNDECIDED } from '@/domain/cohort/import/reading-plan'
import { type Limits, runInWorker } from '../../worker/run-in-worker'
import { type Reading, type ReadRoster, type Reread, type RosterRow, refused } from './roster'

/** The limits for reading one file. */
const LIMITS: Limits = { seconds: 10, megabytes: 128 }

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
  if (bytes.byteLength > LARGEST_LIST_BYTES) return refused('too-large')
  return inThread<ReadRoster>({ bytes, plan }, limits)
}

/** Reads rows again that were read before, within the same limits. */
export function rereadInWorker(cells: readonly RosterRow[], plan: ReadingPlan): Promise<Reread> {
  return inThread<Reread>({ cells, plan }, LIMITS)
}

const PROBLEMS = { time: 'too-slow', memory: 'too-much-memory', depth: 'unreadable', aliases: 'unreadable' } as const

async function inThread<Read extends ReadRoster | Reread>(
  reading: Reading,
  limits: Limits,
): Promise<Read | ReturnType<typeof refused>> {
  const outcome = await runInWorker('read-roster', reading, limits)
  return outcome.status === 'done' ? (outcome.made as Read) : refused(PROBLEMS[outcome.limit])
}
