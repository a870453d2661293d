import { expect, it } from 'vitest'
import { card, libraryWith, provision, textVersion, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import type { Provision } from '../../library/provision'
import { lawWording } from './law-wording'

const worded = (ar: Record<string, string>) => provision({ versions: [textVersion({ text: { ar } })] })

it.each<[string, Provision, number]>([
  ['paragraphs 1 and 2', worded({ '1': 'أ', '2': 'ب' }), 0],
  ['items of a paragraph', worded({ '1': 'أ', '1.1': 'ب', '1.2': 'ج' }), 0],
  ['a card, which has no wording', card('cp-16', '16'), 0],
  ['no Arabic', worded({}), 1],
  ['a paragraph left out', worded({ '1': 'أ', '3': 'ب' }), 1],
  ['an item left out', worded({ '1': 'أ', '1.2': 'ب' }), 1],
  ['an item without its paragraph', worded({ '1': 'أ', '2.1': 'ب' }), 1],
])('%s', (_, value, count) => {
  const provisions = [{ ...yamlSource('law/cp.yaml', value), id: value.id }]

  expect(lawWording(librarySource({ provisions }), libraryWith())).toHaveLength(count)
})
