import { expect, it } from 'vitest'
import { libraryWith, provision, textVersion, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import { lawAlignment } from './law-alignment'

const row = (ar: string[], fr: string[]) => ({ ar, fr })

it.each([
  ['row by row', [row(['1'], ['1']), row(['2'], ['2'])], null],
  ['two Arabic paragraphs beside two French ones', [row(['1', '2'], ['1', '2'])], null],
  ['an Arabic paragraph in no row', [row(['1'], ['1', '2'])], 'ar: “2” stands in no row'],
  ['a French paragraph in no row', [row(['1', '2'], ['1'])], 'fr: “2” stands in no row'],
  ['a paragraph in two rows', [row(['1'], ['1']), row(['1', '2'], ['2'])], 'ar: “1” stands in two rows'],
  ['a paragraph that does not exist', [row(['1', '2', '3'], ['1', '2'])], 'ar: “3” is no paragraph'],
  ['rows out of order', [row(['2'], ['1']), row(['1'], ['2'])], 'ar: the rows are out of order: 1, 2'],
])('%s', (_, alignment, fault) => {
  const value = provision({ versions: [textVersion({ alignment })] })
  const provisions = [{ ...yamlSource('law/cp.yaml', value), id: value.id }]
  const found = lawAlignment(librarySource({ provisions }), libraryWith())

  expect(found.map(({ message }) => message)).toEqual(fault === null ? [] : [expect.stringContaining(fault)])
})
