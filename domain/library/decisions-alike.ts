import type { Decision } from './decision'

const MOST = 3
/** One keyword in common says little: half of the decisions concern a child, or forced labour. */
const FEWEST_SHARED = 2

export type DecisionAlike = { decision: Decision; shared: readonly string[] }

/**
 * The decisions that have most in common with a file, the most alike first; at most three. A keyword that few decisions
 * have counts more: its weight is its inverse document frequency, log(n / nₖ) (Spärck Jones 1972). Among equals a
 * Moroccan decision comes first, then the newest.
 *
 * @param keywords ids of library/keywords.yaml.
 */
export function decisionsAlike(keywords: readonly string[], decisions: readonly Decision[]): DecisionAlike[] {
  const weight = (keyword: string) =>
    Math.log(decisions.length / decisions.filter((each) => each.keywords.includes(keyword)).length)
  return decisions
    .map((decision) => ({ decision, shared: keywords.filter((keyword) => decision.keywords.includes(keyword)) }))
    .filter(({ shared }) => shared.length >= FEWEST_SHARED)
    .map((alike) => ({ ...alike, likeness: alike.shared.reduce((sum, keyword) => sum + weight(keyword), 0) }))
    .toSorted((a, b) => b.likeness - a.likeness || byOrigin(a.decision, b.decision))
    .slice(0, MOST)
    .map(({ decision, shared }) => ({ decision, shared }))
}

function byOrigin(a: Decision, b: Decision): number {
  const moroccan = Number(b.origin === 'morocco') - Number(a.origin === 'morocco')
  return moroccan || (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id)
}
