import { allWaiting } from './waiting-acts'

/**
 * How the storage keys begin under which other pages keep work that has not reached the server. Only those pages can send
 * it, and signing out deletes it.
 */
const BEGINNINGS = {
  exam: 'exam:',
  grid: 'grid:',
  ticks: 'ticks ',
} as const

/** The number of unsent things of each kind that this browser holds. A kind of which there is none is left out. */
type Unsent = Partial<Record<'kept' | keyof typeof BEGINNINGS, number>>

/** Counts the unsent work in the storage of this browser. */
export function countUnsent(): Unsent {
  // An act with an outcome was sent; only its sender has not read the outcome yet.
  const kept = allWaiting().filter(({ act }) => !act.outcome).length
  const names = namesInStorage()
  const counts = Object.entries(BEGINNINGS).map(
    ([kind, begins]) => [kind, names.filter((name) => name.startsWith(begins)).length] as const,
  )
  return Object.fromEntries([['kept', kept] as const, ...counts].filter(([, count]) => count > 0))
}

function namesInStorage(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
