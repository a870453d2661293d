/** The forms of exploitation that article 448-1, paragraph 3, names, in its order. */
export const AIMS = [
  'sexual',
  'pornography',
  'forced-labour',
  'servitude',
  'begging',
  'slavery',
  'organs',
  'experiments',
  'criminal-acts',
  'armed-conflict',
] as const

type Range = readonly [least: number, most: number]
/** `years` is null for life, `fine` where the paragraph names no amount. Amounts are in dirhams. */
export type Penalty = { cite: string; years: Range | null; fine: Range | null }

/** The penalties of trafficking from the harshest to the simple form: the first one that applies is the one incurred. */
export const PENALTIES = [
  { cite: 'cp-448-5#2', years: null, fine: null },
  { cite: 'cp-448-5#1', years: [20, 30], fine: [1_000_000, 6_000_000] },
  { cite: 'cp-448-4#1', years: [20, 30], fine: [200_000, 2_000_000] },
  { cite: 'cp-448-3#1', years: [10, 20], fine: [100_000, 1_000_000] },
  { cite: 'cp-448-2#1', years: [5, 10], fine: [10_000, 500_000] },
] as const satisfies readonly Penalty[]
type PenaltyCite = (typeof PENALTIES)[number]['cite']

type Circumstance = { cite: string; penalty: PenaltyCite }

/** The aggravating circumstances of the statute: the paragraph of each, and the penalty that it leads to. */
const CIRCUMSTANCES = {
  threats: { cite: 'cp-448-3#1.1', penalty: 'cp-448-3#1' },
  weapon: { cite: 'cp-448-3#1.2', penalty: 'cp-448-3#1' },
  'public-official': { cite: 'cp-448-3#1.3', penalty: 'cp-448-3#1' },
  'lasting-harm': { cite: 'cp-448-3#1.4', penalty: 'cp-448-3#1' },
  'several-perpetrators': { cite: 'cp-448-3#1.5', penalty: 'cp-448-3#1' },
  habit: { cite: 'cp-448-3#1.6', penalty: 'cp-448-3#1' },
  'several-victims': { cite: 'cp-448-3#1.7', penalty: 'cp-448-3#1' },
  'minor-victim': { cite: 'cp-448-4#1.1', penalty: 'cp-448-4#1' },
  'vulnerable-victim': { cite: 'cp-448-4#1.2', penalty: 'cp-448-4#1' },
  'close-perpetrator': { cite: 'cp-448-4#1.3', penalty: 'cp-448-4#1' },
  gang: { cite: 'cp-448-5#1', penalty: 'cp-448-5#1' },
  transnational: { cite: 'cp-448-5#1', penalty: 'cp-448-5#1' },
  death: { cite: 'cp-448-5#1', penalty: 'cp-448-5#1' },
  torture: { cite: 'cp-448-5#2', penalty: 'cp-448-5#2' },
} as const satisfies Record<string, Circumstance>

export type CircumstanceId = keyof typeof CIRCUMSTANCES
export const CIRCUMSTANCE_IDS = Object.keys(CIRCUMSTANCES) as [CircumstanceId, ...CircumstanceId[]]

export function citeOf(circumstance: CircumstanceId): string {
  return CIRCUMSTANCES[circumstance].cite
}

/** The penalty incurred for trafficking in these circumstances. */
export function penaltyFor(circumstances: readonly CircumstanceId[]): Penalty {
  const reached = new Set<string>(circumstances.map((id) => CIRCUMSTANCES[id].penalty))
  const simple = PENALTIES[PENALTIES.length - 1] as Penalty
  return PENALTIES.find(({ cite }) => reached.has(cite)) ?? simple
}
