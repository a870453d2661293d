import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passageParts, slotsIn } from './passage'

it('finds the places of a passage and the words between them, by paragraph', () => {
  expect(passageParts('{a} then {b-2}.\n\nAfter.\n')).toEqual([
    [{ slot: 'a' }, { text: ' then ' }, { slot: 'b-2' }, { text: '.' }],
    [{ text: 'After.' }],
  ])
  expect(slotsIn('{b} and {a}')).toEqual(['b', 'a'])
})

it('keeps braces that are no place, and keeps the lines of a paragraph together', () => {
  expect(passageParts('a {B} {}\nb')).toEqual([[{ text: 'a {B} {}\nb' }]])
})

it('loses only the space around the paragraphs of a passage', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '{a}', ' ', '\n', '.') }), (source) => {
      const written = passageParts(source).map((parts) => parts.map((part) => part.text ?? `{${part.slot}}`).join(''))
      expect(written.join('').replace(/\s/g, '')).toBe(source.replace(/\s/g, ''))
    }),
  )
})
