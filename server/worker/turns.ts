import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import { onceInProcess } from '../once-in-process'

export type TurnLimits = {
  /** Tasks at once. Each uses one core, and keeps in memory what it works on. */
  atOnce: number
  /** Tasks that may wait for their turn, and for how long. */
  mostWaiting: number
  waitMs: number
  /** The refusal of a task that gets no turn. */
  busy: ErrorCode
}
type Turns = { running: number; waiting: (() => void)[] }

/** Lets the tasks of one kind run in turn, so that many at once cannot take the whole machine. */
export function takingTurns(name: string, limits: TurnLimits) {
  const turns = onceInProcess(`turns of ${name}`, (): Turns => ({ running: 0, waiting: [] }))
  /** Runs `work` when its turn comes. @throws {AppError} `busy` if that is not in time, or too many wait already */
  const inTurn = async <T>(work: () => Promise<T>, waitMs = limits.waitMs): Promise<T> => {
    const mine = turns()
    await turn(mine, { ...limits, waitMs })
    try {
      return await work()
    } finally {
      const next = mine.waiting.shift()
      // The longest waiting task takes over the turn directly, so that no newcomer can overtake it.
      if (next) next()
      else mine.running -= 1
    }
  }
  return { turns, inTurn }
}

async function turn(turns: Turns, { atOnce, mostWaiting, waitMs, busy }: TurnLimits): Promise<void> {
  if (turns.running < atOnce) {
    turns.running += 1
    return
  }
  if (turns.waiting.length >= mostWaiting) throw new AppError(busy, 'too many wait')
  await new Promise<void>((resolve, reject) => {
    const called = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      turns.waiting = turns.waiting.filter((other) => other !== called)
      reject(new AppError(busy, 'waited in vain'))
    }, waitMs)
    turns.waiting.push(called)
  })
}
