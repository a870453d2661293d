import { CASES, type CaseName, type Mark } from '../cases'
import type { Figures } from '../measure'
import { type Column, fixed, table } from './table'
import { verdict } from './verdict'

export type RequestRow = { name: CaseName; bare: Figures } & Figures

const COLUMNS: Column[] = [
  { head: 'case', words: true },
  { head: 'conn.' },
  { head: 'done' },
  { head: 'per s' },
  { head: 'p50 ms' },
  { head: 'p95 ms' },
  { head: 'p99 ms' },
  { head: 'CPU ms' },
  { head: 'server' },
  { head: 'database' },
  { head: '× bare' },
  { head: 'bare: per s' },
  { head: 'p50 ms' },
  { head: 'p95 ms' },
  { head: 'p99 ms' },
  { head: 'CPU ms' },
  { head: 'queries' },
  { head: 'aim' },
  { head: 'floor' },
  { head: '', words: true },
]

/** @param queries statements per deed. */
export function requestTable(rows: readonly RequestRow[], queries: Partial<Record<CaseName, number>>): string[] {
  const lines = rows.map((row) => {
    const own: { title: string; mark?: Mark } = CASES[row.name]
    return [
      own.title,
      String(row.connections),
      String(row.done),
      fixed(row.perSecond, 1),
      fixed(row.p50, 1),
      fixed(row.p95, 1),
      fixed(row.p99, 1),
      fixed(row.cpu, 2),
      fixed(row.serverCpu, 2),
      fixed(row.databaseCpu, 2),
      fixed(ratio(row.cpu, row.bare.cpu), 1),
      fixed(row.bare.perSecond, 1),
      fixed(row.bare.p50, 1),
      fixed(row.bare.p95, 1),
      fixed(row.bare.p99, 1),
      fixed(row.bare.cpu, 2),
      String(queries[row.name] ?? ''),
      String(own.mark?.aim ?? ''),
      String(own.mark?.floor ?? ''),
      verdict(row.cpu, own.mark),
    ]
  })
  return table(COLUMNS, lines)
}

function ratio(value: number | null, to: number | null): number | null {
  return value === null || !to ? null : value / to
}
