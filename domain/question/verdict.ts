export type Verdict = 'correct' | 'partly' | 'incorrect'

/** @param points the points for one question, in [0, 1]. */
export function verdictOf(points: number): Verdict {
  if (points === 1) return 'correct'
  return points > 0 ? 'partly' : 'incorrect'
}
