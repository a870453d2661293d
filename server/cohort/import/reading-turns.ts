import 'server-only'
import { AppError } from '@/domain/errors'
import { onceInProcess } from '../../once-in-process'

/** Readings at once per server. Each uses one core, and keeps its file in memory. */
const AT_ONCE = 2
/** Waiting readings keep their file in memory, some megabytes each. */
const MOST_WAITING = 8
const WAIT_MS = 15_000

type Turns = { reading: number; waiting: (() => void)[] }
export const readingTurns = onceInProcess('reading-turns', (): Turns => ({ reading: 0, waiting: [] }))

/**
 * Runs `read` when its turn comes among all rosters that are being read.
 *
 * @throws {AppError} imports-busy if its turn does not come in time, or too many wait already.
 */
export async function inTurn<T>(read: () => Promise<T>, waitMs = WAIT_MS): Promise<T> {
  const turns = readingTurns()
  await turn(turns, waitMs)
  try {
    return await read()
  } finally {
    const next = turns.waiting.shift()
    // The longest waiting reading takes over the turn directly, so that no newcomer can overtake it.
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
