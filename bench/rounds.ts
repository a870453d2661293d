import { percentile } from './load'

/**
 * The processor time per deed in ms of the three measurements of a round: a page, the bare handler, and the page again.
 */
export type Round = { page: number; bare: number; again: number }
export type Way = keyof Round
export type Spread = { median: number; least: number; most: number }
export type Multiples = {
  /** The page as a multiple of the bare handler. */
  bare: Spread
  /** The page as a multiple of itself; on a machine without noise this would be 1. */
  itself: Spread
}

const WAYS: readonly Way[] = ['page', 'bare', 'again']

/** The order of the measurements in a round. It rotates, so that none always profits from its predecessor. */
export function orderOf(round: number): Way[] {
  const first = round % WAYS.length
  return [...WAYS.slice(first), ...WAYS.slice(0, first)]
}

/**
 * Takes the three measurements once per round.
 *
 * @param costOf measures one block; null if the system does not report processor time, and then nothing can be
 * compared.
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

/** Compares only within a round, so that other load on the machine affects both sides. */
export function multiplesOf(rounds: readonly Round[]): Multiples {
  return {
    bare: spreadOf(rounds.map(({ page, again, bare }) => (page + again) / 2 / bare)),
    itself: spreadOf(rounds.map(({ page, again }) => again / page)),
  }
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 0.5), least: Math.min(...values), most: Math.max(...values) }
}
