export type ImportStage = 'checked' | 'running' | 'paused' | 'finished' | 'cut-short'
export type ImportWork = {
  startedAt: Date | null
  endedAt: Date | null
  /** When the last row was imported. */
  lastDoneAt: Date | null
  /** The number of rows imported so far, out of `toAdd`. */
  done: number
  toAdd: number
}

// A job looks for interrupted imports every minute: after two minutes, something else is wrong.
const PAUSED_AFTER_MS = 120_000

/** The stage of an import. A paused one resumes by itself; one cut short, because its cohort was archived, does not. */
export function stageOfImport({ startedAt, endedAt, lastDoneAt, done, toAdd }: ImportWork, now: Date): ImportStage {
  if (!startedAt) return 'checked'
  if (endedAt) return done < toAdd ? 'cut-short' : 'finished'
  const lastSign = Math.max(startedAt.getTime(), lastDoneAt?.getTime() ?? 0)
  return now.getTime() - lastSign > PAUSED_AFTER_MS ? 'paused' : 'running'
}
