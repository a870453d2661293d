import { expect, it } from 'vitest'
import { reviewLettersTable } from './review-letters-rows'

const figures = { people: 40_000, letters: 40_000, cpuSeconds: 21.25, seconds: 30, statements: 562 }
const verdictOf = (changed: Partial<typeof figures>) =>
  reviewLettersTable({ ...figures, ...changed })[1]
    ?.split(/\s+/)
    .at(-1)

it('says what the letters cost', () => {
  expect(reviewLettersTable(figures)[1]).toMatch(/40000\s+40000\s+21\.3\s+30\.0\s+562\s+good/)
})

it('misses its aim above a minute of processor time, or if anybody got no letter', () => {
  expect(verdictOf({ cpuSeconds: 60.1 })).toBe('missed')
  expect(verdictOf({ letters: 39_999 })).toBe('missed')
})
