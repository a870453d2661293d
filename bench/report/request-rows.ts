import { CASES, type Case, type CaseName } from '../cases'
import type { Figures } from '../measure'
import type { Spread } from '../rounds'
import { type Column, fixed, table } from './table'

export type RequestRow = { name: CaseName } & Figures

const COLUMNS: Column[] = [
  { head: 'case', words: true },
  { head: 'blocks' },
  { head: 'CPU ms' },
  { head: 'server' },
  { head: 'database' },
  { head: 'bare' },
  { head: '× bare' },
  { head: 'spread' },
  { head: '× itself' },
  { head: 'spread' },
  { head: 'queries' },
  { head: 'aim' },
  { head: '', words: true },
]

/** @param queries statements per deed. */
export function requestTable(rows: readonly RequestRow[], queries: Partial<Record<CaseName, number>>): string[] {
  const lines = rows.map(({ name, rounds, deeds, cost, multiples }) => {
    const { title, aim }: Case = CASES[name]
    return [
      title,
      `${2 * rounds} of ${deeds}`,
      ...[cost?.cpu, cost?.server, cost?.database, cost?.bare].map((ms) => fixed(ms ?? null, 2)),
      ...spread(multiples?.bare, 1),
      ...spread(multiples?.itself, 2),
      String(queries[name] ?? ''),
      String(aim ?? ''),
      aimVerdict(multiples?.bare.median, aim),
    ]
  })
  return table(COLUMNS, lines)
}

function spread(values: Spread | undefined, decimals: number): [string, string] {
  if (!values) return ['n/a', 'n/a']
  const { median, least, most } = values
  return [fixed(median, decimals), `${fixed(least, decimals)}–${fixed(most, decimals)}`]
}

/** Compares the rounded figures, so that the verdict agrees with the printed numbers. */
export function aimVerdict(multiple: number | undefined, aim: number | undefined): string {
  if (multiple === undefined || aim === undefined) return ''
  return Number(multiple.toFixed(1)) <= aim ? 'aim met' : 'OVER THE AIM'
}
