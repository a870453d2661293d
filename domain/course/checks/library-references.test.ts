import { expect, it } from 'vitest'
import { libraryWith, localized, provision, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import { libraryReferences } from './library-references'

const term = (id: string, cites?: string[]) => ({
  id,
  ...localized(id),
  source: 'code',
  confidence: 'high' as const,
  ...(cites && { cites }),
})
const trapped = (cites: string[]) => {
  const value = provision({ traps: [{ cites, text: localized('trap') }] })
  return { ...yamlSource('cp-448-1.yaml', value), id: value.id }
}

it.each([
  ['notes that cite what there is', librarySource({ provisions: [trapped(['cp-448-1#2', 'cp-16'])] }), 0],
  ['a note that cites no provision', librarySource({ provisions: [trapped(['cp-448-1#9'])] }), 1],
  [
    'a term that cites no provision',
    librarySource({ terms: yamlSource('glossary.yaml', [term('coercion', ['cp-1'])]) }),
    1,
  ],
  ['a term twice', librarySource({ terms: yamlSource('glossary.yaml', [term('coercion'), term('coercion')]) }), 1],
])('%s', (_, source, count) => {
  expect(libraryReferences(source, libraryWith())).toHaveLength(count)
})
