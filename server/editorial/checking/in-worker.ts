import 'server-only'
import { createHash } from 'node:crypto'
import { AppError, type ErrorCode } from '@/domain/errors'
import { onceInProcess } from '../../once-in-process'
import { type Limits, runInKeptWorker } from '../../worker/run-in-worker'
import type { Given, Limit, Made, TaskName } from '../../worker/tasks'
import { takingTurns } from '../../worker/turns'
import type { AskedChange, MadeChange } from '../make-change'
import type { PresentText } from '../present-text'
import type { ComparedFile, FileToCompare } from './compare-files'
import { type ChangedText, type CheckedText, typedText } from './typed-text'

declare module '../../worker/tasks' {
  interface Tasks {
    'check-text': (changed: ChangedText) => CheckedText
    'make-change': (asked: AskedChange) => MadeChange
    'compare-files': (files: readonly FileToCompare[]) => ComparedFile[]
  }
}

/** The limits for one text, as for a list of people. The library, which the thread keeps, takes memory of its own. */
export const checkingLimits = onceInProcess('checking-limits', (): Limits => ({ seconds: 10, megabytes: 256 }))

const taking = takingTurns('checking', {
  atOnce: 2,
  mostWaiting: 8,
  waitMs: 15_000,
  busy: 'unavailable',
})
export const checkingTurns = taking.turns

const REFUSALS = {
  time: 'text-too-slow',
  memory: 'text-too-large',
  depth: 'text-too-deep',
  aliases: 'text-too-large',
} as const satisfies Record<Limit, ErrorCode>

/** How long a text that met a limit is refused without another try: its page asks twice. */
const REMEMBER_MS = 60_000
const heavy = onceInProcess('heavy-texts', () => new Map<string, { code: ErrorCode; until: number }>())

/**
 * Parses what a reviewer typed, or what is stored of it, in a worker thread with limits.
 *
 * @throws {AppError} text-too-slow, text-too-large, text-too-deep; unavailable if too many texts are being read
 */
async function inTextWorker<N extends TaskName>(name: N, given: Given<N>, typed: unknown): Promise<Made<N>> {
  const hash = createHash('sha256')
    .update(JSON.stringify([name, typed]))
    .digest('hex')
  const known = heavy().get(hash)
  if (known && known.until > Date.now()) throw new AppError(known.code, 'met the limit before')
  heavy().delete(hash)
  const outcome = await taking.inTurn(() => runInKeptWorker(name, given, checkingLimits()))
  if (outcome.status === 'done') return outcome.made
  const code = REFUSALS[outcome.limit]
  remember(hash, code)
  throw new AppError(code, `${name} met the limit of ${outcome.limit}`)
}

function remember(hash: string, code: ErrorCode): void {
  for (const [name, { until }] of heavy()) if (until <= Date.now()) heavy().delete(name)
  heavy().set(hash, { code, until: Date.now() + REMEMBER_MS })
}

type Changes = ChangedText['changes']

/** Checks changed and new files of a text. @throws {AppError} as `inTextWorker` */
export function checkInWorker(text: PresentText, changes: Changes, wants: ChangedText['wants']) {
  return inTextWorker('check-text', { text: typedText(text), changes, wants }, changes)
}

/** @throws {AppError} as `inTextWorker` */
export function makeChangeInWorker(asked: Given<'make-change'>) {
  return inTextWorker('make-change', asked, asked.after)
}

/** @throws {AppError} as `inTextWorker` */
export function compareInWorker(files: readonly FileToCompare[]) {
  const sent = files.map(({ path, base, text }) => ({ path, base, text }))
  return inTextWorker('compare-files', sent, sent)
}
