import { CASES, type CaseName, type Mark, MEMORY } from './cases'
import type { Size } from './fill/fill-database'
import type { Figures } from './measure'

export type Report = {
  size: Size
  rowsFilled: number
  node: string
  /** How long each case was measured on each number of connections. */
  seconds: number
  rows: ({ name: CaseName; bareCpu: number | null } & Figures)[]
  /** Statements per deed. */
  queries: Partial<Record<CaseName, number>>
  /** Megabytes (PSS) after all that. */
  memory: { server: number | null; database: number | null }
}

const COLUMNS = [
  'case',
  'conn.',
  'done',
  'per s',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'CPU ms',
  'server',
  'database',
  'bare',
  '× bare',
  'queries',
  'aim',
  'floor',
  '',
]

/** The figures as a table for people. */
export function inWords({ size, rowsFilled, node, seconds, rows, queries, memory }: Report): string {
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
      fixed(row.bareCpu, 2),
      fixed(ratio(row.cpu, row.bareCpu), 1),
      String(queries[row.name] ?? ''),
      String(own.mark?.aim ?? ''),
      String(own.mark?.floor ?? ''),
      verdict(row.cpu, own.mark),
    ]
  })
  const sum = memory.server === null || memory.database === null ? null : memory.server + memory.database
  return [
    `${size.learners} learners, ${size.attempts} attempts (${rowsFilled} rows); Node ${node}; ${seconds} s a line.`,
    'CPU ms: processor time per request of server and database together; bare: of the cheapest route handler, just before.',
    '',
    ...table([COLUMNS, ...lines]),
    '',
    `Memory (PSS): server ${fixed(memory.server, 0)} MB, database ${fixed(memory.database, 0)} MB, together ` +
      `${fixed(sum, 0)} MB; aim ${MEMORY.aim}, floor ${MEMORY.floor}: ${verdict(sum, MEMORY)}`,
  ].join('\n')
}

function verdict(value: number | null, mark: Mark | undefined): string {
  if (value === null || !mark) return ''
  if (value <= mark.aim) return 'aim met'
  return value <= mark.floor ? 'floor met' : 'BELOW THE FLOOR'
}

function ratio(value: number | null, to: number | null): number | null {
  return value === null || !to ? null : value / to
}

function fixed(value: number | null, decimals: number): string {
  return value === null ? 'n/a' : value.toFixed(decimals)
}

/** Texts to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const last = COLUMNS.length - 1
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const pad = (text: string, column: number) =>
    column === 0 || column === last ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(pad).join('  ').trimEnd())
}
