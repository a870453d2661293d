import { expect, it } from 'vitest'
import { firstWords } from './first-words'

it('gives a short text whole, in one line', () => {
  expect(firstWords(' un\n\ndeux ', 20)).toBe('un deux')
})

it('cuts a long one between characters, whatever their size', () => {
  expect(firstWords('𞤀'.repeat(5), 3)).toBe(`${'𞤀'.repeat(3)}…`)
  expect(firstWords('un deux', 3)).toBe('un…')
})
