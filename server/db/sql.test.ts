import { expect, it } from 'vitest'
import { listOf } from './sql'

it('writes a list of plain words, and refuses anything else', () => {
  expect(listOf(['registered', 'hand-in'])).toMatchObject({ sql: `'registered', 'hand-in'` } as object)
  for (const word of ["x' or true --", '', 'a b', 'A']) expect(() => listOf([word])).toThrow(RangeError)
})
