import { expect, it } from 'vitest'
import { retentionTable } from './retention-rows'

const figures = { people: 40_000, cpuSeconds: 4.25, seconds: 6, statements: 130, failed: [] as string[] }
const rowOf = (changed: Partial<typeof figures>) => retentionTable({ ...figures, ...changed })[1] ?? ''

it('says what it costs to look for what has expired', () => {
  expect(rowOf({})).toMatch(/40000\s+4\.3\s+6\.0\s+130\s+–\s+good/)
})

it('misses its aim above half a second of processor time for a thousand people, or if a table could not be read', () => {
  expect(rowOf({ cpuSeconds: 20 })).toMatch(/good$/)
  expect(rowOf({ cpuSeconds: 20.1 })).toMatch(/missed$/)
  expect(rowOf({ failed: ['AttemptQuestion'] })).toMatch(/AttemptQuestion\s+missed$/)
})
