export type ListStage = 'checked' | 'running' | 'paused' | 'finished' | 'cut-short'
export type ListWork = {
  startedAt: Date | null
  endedAt: Date | null
  /** When the last of its rows was taken in. */
  lastDoneAt: Date | null
  /** Rows taken in, of those to take in. */
  done: number
  toAdd: number
}

// Work that broke off is looked for every minute: after two, something else is the matter.
const PAUSED_AFTER_MS = 120_000

/** Where a list stands. What is paused goes on by itself; what was cut short (its cohort was archived) does not. */
export function stageOfList({ startedAt, endedAt, lastDoneAt, done, toAdd }: ListWork, now: Date): ListStage {
  if (!startedAt) return 'checked'
  if (endedAt) return done < toAdd ? 'cut-short' : 'finished'
  const lastSign = Math.max(startedAt.getTime(), lastDoneAt?.getTime() ?? 0)
  return now.getTime() - lastSign > PAUSED_AFTER_MS ? 'paused' : 'running'
}
