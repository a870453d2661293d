import { expect, it } from 'vitest'
import { readStat } from './processes'

it('adds up the times of a process and of the children it waited for, whatever its name', () => {
  const stat = '42 (next) S (1)) S 7 42 42 0 -1 4194304 900 80 0 0 150 25 5 2 20 0 11 0 100 1000 200'

  expect(readStat(stat)).toEqual({ pid: 42, parent: 7, cpuMs: 1820 })
})
