import 'server-only'
import { AppError } from '@/domain/errors'
import { onceInProcess } from '../../once-in-process'

/** Of a server: each keeps a processor busy, and holds the memory of its file. */
const AT_ONCE = 2
/** Those behind them hold their file meanwhile, of some megabytes. */
const MOST_WAITING = 8
const WAIT_MS = 15_000

type Turns = { reading: number; waiting: (() => void)[] }
export const readingTurns = onceInProcess('reading-turns', (): Turns => ({ reading: 0, waiting: [] }))

/**
 * Runs `read` when it is its turn among all lists that are being read.
 *
 * @throws {AppError} imports-busy when its turn does not come, or too many wait already.
 */
export async function inTurn<T>(read: () => Promise<T>, waitMs = WAIT_MS): Promise<T> {
  const turns = readingTurns()
  await turn(turns, waitMs)
  try {
    return await read()
  } finally {
    const next = turns.waiting.shift()
    // The turn goes to who has waited longest, without anybody coming between.
    if (next) next()
    else turns.reading -= 1
  }
}

async function turn(turns: Turns, waitMs: number): Promise<void> {
  if (turns.reading < AT_ONCE) {
    turns.reading += 1
    return
  }
  if (turns.waiting.length >= MOST_WAITING) throw new AppError('imports-busy', 'too many wait')
  await new Promise<void>((resolve, reject) => {
    const called = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      turns.waiting = turns.waiting.filter((other) => other !== called)
      reject(new AppError('imports-busy', 'waited in vain'))
    }, waitMs)
    turns.waiting.push(called)
  })
}
