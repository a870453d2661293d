/** The keys of answers that wait in the local storage, which signing out clears: of an exam, and of a grid. */
const KEYS = ['exam:', 'grid:']

/** Counts the exams, and the pages of grids, whose answers have not all reached the server. */
export function countUnsent(): number {
  try {
    return Object.keys(localStorage).filter((name) => KEYS.some((key) => name.startsWith(key))).length
  } catch {
    return 0
  }
}
