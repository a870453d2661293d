import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeFile } from './merge-file'

const BASE = '---\nrevision: 1\n---\n\nFirst.\n\nSecond,\non two lines.\n\nThird.\n'
const put = (before: string, after: string, text = BASE) => text.replace(before, after)
const merge = (text: string, now: string, base = BASE) => mergeFile('courses/c/l/fr.md', { base, text, now })

describe('what a proposal changed', () => {
  it('is written into the file if the file did not change', () => {
    expect(merge(put('First', 'New'), BASE)).toBe(put('First', 'New'))
  })

  it('is not written again if the file already has it', () => {
    expect(merge(put('First', 'New'), put('First', 'New'))).toBe(put('First', 'New'))
  })

  it('is merged with a change elsewhere in the file', () => {
    const now = put('Third.', 'Third.\n\nFourth.')
    expect(merge(put('First', 'New'), now)).toBe(put('First', 'New', now))
  })

  it('is merged with a paragraph that was added before it', () => {
    const now = put('First.', 'Zero.\n\nFirst.')
    expect(merge(put('Second', 'New'), now)).toBe(put('Second', 'New', now))
  })

  it.each([
    ['reads otherwise now', put('First', 'Another'), put('First', 'New')],
    ['was taken away', put('First.\n\n', ''), put('First', 'New')],
    ['changed in another of its lines', put('on two lines', 'in two lines'), put('Second', 'New')],
    ['got something added at the same place', put('Third.', 'Mine.\n\nThird.'), put('Third.', 'Hers.\n\nThird.')],
    ['got something added just before it', put('Third.', 'Mine.\n\nThird.'), put('Third.', 'New.')],
  ])('conflicts where the passage %s', (_, now, text) => {
    expect(merge(text, now)).toBeNull()
  })

  it('applies the same change of two proposals once', () => {
    const now = put('First', 'Mine', put('revision: 1', 'revision: 2'))
    const text = put('Third', 'Hers', put('revision: 1', 'revision: 2'))

    expect(merge(text, now)).toBe(put('First', 'Mine', put('Third', 'Hers', put('revision: 1', 'revision: 2'))))
  })

  it('treats an entry of a list as a single passage', () => {
    const base = '- id: a\n  text: One\n  correct: [a]\n- id: b\n  text: Two\n'
    const at = (now: string, text: string) => mergeFile('courses/c/bank/q.yaml', { base, text, now })

    expect(at(base.replace('[a]', '[b]'), base.replace('One', 'Uno'))).toBeNull()
    expect(at(base.replace('[a]', '[b]'), base.replace('Two', 'Due'))).toBe(
      base.replace('[a]', '[b]').replace('Two', 'Due'),
    )
  })

  it.each([
    ['on one line', 'outline: [one, two, three]\ncomplete: [x]\n', ', '],
    ['with dashes', 'outline:\n  - one\n  - two\n  - three\ncomplete: [x]\n', '\n  - '],
  ])('treats each lesson of an outline %s as a single passage', (_, base, gap) => {
    const at = (now: string, text: string) => mergeFile('courses/c/course.yaml', { base, text, now })
    const withLesson = (id: string, more: string, file = base) => file.replace(id, `${id}${gap}${more}`)

    expect(at(withLesson('one', 'mine'), withLesson('two', 'hers'))).toBe(
      withLesson('one', 'mine', withLesson('two', 'hers')),
    )
    expect(at(withLesson('one', 'mine'), withLesson('one', 'hers'))).toBeNull()
  })

  it('takes the changed side if the other side did not change', () => {
    const paragraphs = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 8 })
    const written = (list: readonly string[]) => list.map((word) => `${word}.\n\n`).join('')
    fc.assert(
      fc.property(paragraphs, paragraphs, (base, text) => {
        const [before, after] = [written(base), written(text)]
        expect(merge(after, before, before)).toBe(after)
        expect(merge(before, after, before)).toBe(after === before ? before : after)
      }),
    )
  })
})
