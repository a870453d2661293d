import type { BenchSite } from './bench-site'
import { CASES } from './cases'
import { type Deed, repeatTimes } from './load'
import { cpuMs } from './processes'
import { type Multiples, measureRounds, multiplesOf, type Round, spreadOf, type Way } from './rounds'

/** Enough to keep the server busy. */
export const CONNECTIONS = 8

/**
 * The cost of one case. Processor time is in ms per deed, as the median of all blocks; null if the system does not
 * report it.
 */
export type Figures = {
  rounds: number
  /** The number of deeds in a block. */
  deeds: number
  cost: { cpu: number; server: number; database: number; bare: number } | null
  multiples: Multiples | null
}
type Site = Pick<BenchSite, 'serverPid' | 'databasePid'>
type Cost = { server: number; database: number }

/** Compares a deed with the bare handler and with itself, in blocks of a fixed number of deeds. */
export async function measure(
  site: Site,
  { deed, deeds, bare }: { deed: Deed; deeds: number; bare: Deed },
  rounds: number,
): Promise<Figures> {
  const ofDeed: Cost[] = []
  const costOf = async (way: Way) => {
    const isBare = way === 'bare'
    const cost = await measureBlock(site, isBare ? bare : deed, isBare ? CASES.bare.deeds : deeds)
    if (cost && !isBare) ofDeed.push(cost)
    return cost && cost.server + cost.database
  }
  const measured = await measureRounds(rounds, costOf)
  return {
    rounds,
    deeds,
    cost: measured && costIn(measured, ofDeed),
    multiples: measured && multiplesOf(measured),
  }
}

function costIn(rounds: readonly Round[], ofDeed: readonly Cost[]) {
  const median = (values: readonly number[]) => spreadOf(values).median
  return {
    cpu: median(rounds.flatMap(({ page, again }) => [page, again])),
    server: median(ofDeed.map(({ server }) => server)),
    database: median(ofDeed.map(({ database }) => database)),
    bare: median(rounds.map(({ bare }) => bare)),
  }
}

/** Processor time per deed of one block. @throws if there are fewer people than deeds. */
async function measureBlock({ serverPid, databasePid }: Site, deed: Deed, deeds: number): Promise<Cost | null> {
  const before = [cpuMs(serverPid), cpuMs(databasePid)] as const
  const done = await repeatTimes(deed, deeds, CONNECTIONS)
  const after = [cpuMs(serverPid), cpuMs(databasePid)] as const
  if (done < deeds) throw new Error('There are too few people for so many rounds: ask for fewer, or for more learners.')
  const [server, database] = [0, 1].map((each) => perDeed(before[each], after[each], deeds))
  return server == null || database == null ? null : { server, database }
}

function perDeed(before: number | null | undefined, after: number | null | undefined, deeds: number): number | null {
  return before == null || after == null ? null : (after - before) / deeds
}
