import { existsSync, readFileSync } from 'node:fs'
import type pg from 'pg'

/** A join that compares more pairs of rows in vain than this is reported. */
const MOST_REMOVED = 100_000

// To compare so many rows takes longer than this, and the log stays short. Without times of its own each step of a plan
// costs next to nothing to record.
const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '5ms',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
}

/** With TEST_EXPLAIN=1 PostgreSQL writes to its log how it ran each slower statement on the database of a test. */
export async function explainStatements(admin: pg.Client, database: string): Promise<void> {
  if (!process.env.TEST_EXPLAIN) return
  for (const [name, value] of Object.entries(SETTINGS))
    await admin.query(`ALTER DATABASE ${database} SET ${name} = '${value}'`)
}

/** Says which statements of the log joined rows wastefully, once each. */
export function reportWastefulJoins(logFile: string): void {
  if (!process.env.TEST_EXPLAIN || !existsSync(logFile)) return
  const found = wastefulJoins(readFileSync(logFile, 'utf8'))
  console.log(`  joins that remove more than ${MOST_REMOVED} rows: ${found.length}`)
  for (const { removed, step, statement } of found) console.log(`\n${removed} rows, ${step}\n${statement}`)
}

type Wasteful = { removed: number; step: string; statement: string }
type Plan = { Plans?: Plan[]; [fact: string]: unknown }

/** The worst step of each statement whose steps, within a join, removed too many rows; the worst statement first. */
export function wastefulJoins(log: string): Wasteful[] {
  const worst = new Map<string, Wasteful>()
  // Every line of a message but the first begins with a tab.
  for (const [, json = ''] of log.matchAll(/ plan:\n((?:\t.*\n)+)/g)) {
    const { 'Query Text': statement, Plan: plan }: { 'Query Text': string; Plan: Plan } = JSON.parse(json)
    for (const found of stepsOf(plan).map((step) => removedIn(step, statement)))
      if (found.removed > (worst.get(statement)?.removed ?? MOST_REMOVED)) worst.set(statement, found)
  }
  return [...worst.values()].toSorted((one, other) => other.removed - one.removed)
}

const stepsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)]

function removedIn(step: Plan, statement: string): Wasteful {
  const count = (fact: string) => Number(step[fact] ?? 0)
  const loops = count('Actual Loops')
  // A filter that is run once is a plain scan. The numbers are those of one loop.
  const filtered = loops > 1 ? count('Rows Removed by Filter') : 0
  const removed = Math.round(loops * (count('Rows Removed by Join Filter') + filtered))
  const name = [step['Node Type'], step['Relation Name'] ?? step['CTE Name']].filter(Boolean).join(' on ')
  return { removed, step: `${name} × ${loops}`, statement }
}
