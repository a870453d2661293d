import { expect, it } from 'vitest'
import { localized, yamlSource } from '@/tests/support/course-factories'
import { librarySource, model } from '@/tests/support/library-factories'
import type { Model } from '../../library/model'
import { modelWording } from './model-wording'

function messages(parts: Model['parts']): string[] {
  const file = { ...yamlSource('library/models/order.yaml', model({ parts })), id: 'order' }
  return modelWording(librarySource({ models: [file] }), null as never).map(({ message }) => message)
}
const { parts } = model()
const [title, decision, signature] = parts as [Model['parts'][0], Model['parts'][0], Model['parts'][0]]

it('accepts a title, parts with the same places to fill in, and signatures at the end', () => {
  expect(messages(parts)).toEqual([])
})

it.each([
  ['no title', [decision, signature], 'give it exactly one part that is its title'],
  ['two titles', [title, title, signature], 'give it exactly one part that is its title'],
  ['no signature', [title, decision], 'make its last part say who signs'],
  [
    'a place that one language does not leave open',
    [title, { ...decision, text: { ...localized('by [name]'), fr: 'par le juge' } }, signature],
    'the Arabic leaves 1 places to fill in and the French 0',
  ],
])('refuses %s', (_, wrong, message) => {
  expect(messages(wrong)).toEqual([expect.stringContaining(message)])
})

it('says nothing of a file that could not be read', () => {
  const file = { ...yamlSource<Model>('library/models/order.yaml', null), id: 'order' }

  expect(modelWording(librarySource({ models: [file] }), null as never)).toEqual([])
})
