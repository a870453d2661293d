import { expect, it } from 'vitest'
import type { Brief } from '@/domain/library/brief'
import { libraryWith, localized, told } from '@/tests/support/course-factories'
import { brief, librarySource } from '@/tests/support/library-factories'
import { unknownInBriefs } from './unknown-in-briefs'

function found(overrides: Partial<Record<keyof Brief, unknown>>): string[] {
  const file = {
    path: 'library/briefs/custody.yaml',
    id: 'custody',
    value: brief(overrides),
    lines: { '': 1, decisions: 40, traps: 30 },
  }
  return told(unknownInBriefs(librarySource({ briefs: [file] }), libraryWith()))
}

it('finds nothing in a brief whose entries exist', () => {
  expect(found({})).toEqual([])
})

it.each([
  ['a checklist', { checklist: 'opening' }, '“opening” is not in the library'],
  ['a decision', { decisions: ['ma-nowhere'] }, 'custody.yaml:40 “ma-nowhere” is not in the library'],
  ['a model', { models: ['order'] }, '“order” is not in the library'],
  [
    'a note on a provision',
    { traps: [{ provision: 'cp-448-1', notes: [9] }] },
    'custody.yaml:30 “cp-448-1, note 9” is not in the library',
  ],
])('finds %s that does not exist', (_, overrides, message) => {
  expect(found(overrides)).toEqual([expect.stringContaining(message)])
})

it('finds a brief with nothing to check', () => {
  expect(found({ checks: undefined })).toEqual([expect.stringContaining('says nothing to check')])
})

it.each([
  ['two outcomes', { years: [1, 5], life: true }],
  ['none', {}],
  ['a range that begins with the higher number', { years: [5, 1] }],
])('the schema refuses a degree with %s', (_, degree) => {
  expect(() => found({ degrees: [{ when: localized('when'), cites: ['cp-448-1#1'], ...degree }] })).toThrow()
})
