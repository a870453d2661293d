import { percentile } from './load'

/** What the ways of one round cost, per deed, in ms of processor time: a page, the bare handler, and the page again. */
export type Round = { page: number; bare: number; again: number }
export type Way = keyof Round
export type Spread = { median: number; least: number; most: number }
export type Multiples = {
  /** How many bare handlers the page costs. */
  bare: Spread
  /** The page as a multiple of itself, which would be 1 on a machine without noise. */
  itself: Spread
}

const WAYS: readonly Way[] = ['page', 'bare', 'again']

/** The ways in the order of a round: each takes every place in turn, so that none profits from what comes before it. */
export function orderOf(round: number): Way[] {
  const first = round % WAYS.length
  return [...WAYS.slice(first), ...WAYS.slice(0, first)]
}

/**
 * Measures the three ways once a round.
 *
 * @param costOf measures one block; null where the system does not count processor time, and then there is nothing to compare.
 */
export async function measureRounds(
  rounds: number,
  costOf: (way: Way) => Promise<number | null>,
): Promise<Round[] | null> {
  const measured: Round[] = []
  for (let round = 0; round < rounds; round++) {
    const costs: Partial<Round> = {}
    for (const way of orderOf(round)) {
      const cost = await costOf(way)
      if (cost === null) return null
      costs[way] = cost
    }
    measured.push(costs as Round)
  }
  return measured
}

/** Compares within each round alone, so that what the machine does meanwhile weighs on both sides. */
export function multiplesOf(rounds: readonly Round[]): Multiples {
  return {
    bare: spreadOf(rounds.map(({ page, again, bare }) => (page + again) / 2 / bare)),
    itself: spreadOf(rounds.map(({ page, again }) => again / page)),
  }
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 0.5), least: Math.min(...values), most: Math.max(...values) }
}
