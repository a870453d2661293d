import type { Scored } from './first-attempt'

/** Every person's scores, in the given order. */
export function scoresByPerson(attempts: readonly Scored[]): Map<string, number[]> {
  const scores = new Map<string, number[]>()
  for (const { personKey, score } of attempts) {
    const known = scores.get(personKey)
    if (known) known.push(score)
    else scores.set(personKey, [score])
  }
  return scores
}
