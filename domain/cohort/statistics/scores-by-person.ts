import type { Scored } from './first-attempt'

/** Every person's scores, in the given order. */
export function scoresByPerson(attempts: readonly Scored[]): Map<string, number[]> {
  const scores = new Map<string, number[]>()
  for (const { personKey, score } of attempts) {
    const hers = scores.get(personKey)
    if (hers) hers.push(score)
    else scores.set(personKey, [score])
  }
  return scores
}
