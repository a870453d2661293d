import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alignParagraphs } from './align-paragraphs'

it('keeps paragraphs together when one was inserted between them', () => {
  expect(
    alignParagraphs(
      ['identify the victim', 'let her stay'],
      ['identify the victim now', 'house her in a shelter', 'let her stay'],
    ),
  ).toEqual([
    { before: 'identify the victim', after: 'identify the victim now' },
    { before: null, after: 'house her in a shelter' },
    { before: 'let her stay', after: 'let her stay' },
  ])
})

it('does not pair paragraphs that share few words', () => {
  expect(alignParagraphs(['one two three'], ['four five six'])).toEqual([
    { before: 'one two three', after: null },
    { before: null, after: 'four five six' },
  ])
})

it('keeps every paragraph of both wordings, once and in order', () => {
  const wording = fc.array(
    fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(wording, wording, (before, after) => {
      const pairs = alignParagraphs(before, after)
      expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before)
      expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after)
    }),
  )
})
