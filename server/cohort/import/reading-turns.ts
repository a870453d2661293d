import 'server-only'
import { takingTurns } from '../../worker/turns'

const WAIT_MS = 15_000

/** Waiting readings keep their file in memory, some megabytes each. */
export const { turns: readingTurns, inTurn } = takingTurns('reading', {
  atOnce: 2,
  mostWaiting: 8,
  waitMs: WAIT_MS,
  busy: 'imports-busy',
})
