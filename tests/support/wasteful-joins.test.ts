import { expect, it } from 'vitest'
import { wastefulJoins } from './wasteful-joins'

const logged = (statement: string, plan: object) =>
  `LOG:  duration: 12.345 ms  plan:\n${JSON.stringify({ 'Query Text': statement, Plan: plan }, null, 2).replace(/^/gm, '\t')}\n`
const scan = (rows: number, loops: number) => ({
  'Node Type': 'Seq Scan',
  'Relation Name': 'Account',
  'Rows Removed by Filter': rows,
  'Actual Loops': loops,
})
const join = (rows: number, ...Plans: object[]) => ({
  'Node Type': 'Nested Loop',
  'Rows Removed by Join Filter': rows,
  'Actual Loops': 1,
  Plans,
})

it('finds the joins in a log that compare many rows in vain, each statement once, the worst first', () => {
  const log = [
    'LOG:  checkpoint starting: time\n',
    logged('select 1', { 'Node Type': 'Sort', 'Actual Loops': 1, Plans: [join(200_000)] }),
    logged('select 1', join(300_000)),
    logged('select 2', join(0, scan(1_000, 1_000))),
    logged('select 3', join(100_000)),
    logged('select 4', scan(900_000, 1)),
    'ERROR:  canceling statement due to user request\n\tmore of it\n',
  ].join('')

  expect(wastefulJoins(log)).toEqual([
    { removed: 1_000_000, step: 'Seq Scan on Account × 1000', statement: 'select 2' },
    { removed: 300_000, step: 'Nested Loop × 1', statement: 'select 1' },
  ])
})
