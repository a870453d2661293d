import { expect, it } from 'vitest'
import { listOf } from './sql'

it('writes words of the code as a list, and nothing that could be more than a word', () => {
  expect(listOf(['registered', 'hand-in'])).toMatchObject({ sql: `'registered', 'hand-in'` } as object)
  for (const word of ["x' or true --", '', 'a b', 'A']) expect(() => listOf([word])).toThrow(RangeError)
})
