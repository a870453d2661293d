import { expect, it } from 'vitest'
import { correctionsTable } from './corrections-rows'

const figures = { people: 40_000, corrections: 10, touched: 0, cpuSeconds: 1.25, seconds: 2, statements: 8 }
const verdictOf = (changed: Partial<typeof figures>) =>
  correctionsTable({ ...figures, ...changed })[1]
    ?.split(/\s+/)
    .at(-1)

it('says what a correction costs', () => {
  expect(correctionsTable(figures)[1]).toMatch(/40000\s+10\s+0\s+1\.3\s+2\.0\s+8\s+good/)
})

it('misses its aim if it writes a row of a learner, reaches nobody, corrects less or takes long', () => {
  for (const changed of [{ touched: 1 }, { people: 0 }, { corrections: 9 }, { cpuSeconds: 5.1 }])
    expect(verdictOf(changed)).toBe('missed')
})
