import { expect, it } from 'vitest'
import { libraryWith, localized, provision, yamlSource } from '@/tests/support/course-factories'
import { decision, librarySource } from '@/tests/support/library-factories'
import { libraryReferences } from './library-references'

const term = (id: string, cites?: string[]) => ({
  id,
  ...localized(id),
  source: localized('code'),
  confidence: 'high' as const,
  ...(cites && { cites }),
})
const trapped = (cites: string[]) => {
  const value = provision({ traps: [{ cites, text: localized('trap') }] })
  return { ...yamlSource('cp-448-1.yaml', value), id: value.id }
}

const checklist = (provision: string, cite = 'cp-448-1#2') => ({
  provision,
  lawDate: '2025-12-08',
  items: [{ text: localized('item'), cites: [cite] }],
})

it.each([
  ['notes that cite what there is', librarySource({ provisions: [trapped(['cp-448-1#2', 'cp-16'])] }), 0],
  ['a note that cites no provision', librarySource({ provisions: [trapped(['cp-448-1#9'])] }), 1],
  [
    'a term that cites no provision',
    librarySource({ terms: yamlSource('glossary.yaml', [term('coercion', ['cp-1'])]) }),
    1,
  ],
  [
    'a decision that cites no provision',
    librarySource({
      decisions: [{ ...yamlSource('a.yaml', decision({ cites: ['cp-448-1#2', 'cp-1'] })), id: 'ma-tanger-2024' }],
    }),
    1,
  ],
  ['a checklist in order', librarySource({ checklists: yamlSource('c.yaml', [checklist('cp-448-1')]) }), 0],
  [
    'a checklist that cites no provision',
    librarySource({ checklists: yamlSource('c.yaml', [checklist('cp-448-1', 'cp-1')]) }),
    1,
  ],
  ['a checklist of no provision', librarySource({ checklists: yamlSource('c.yaml', [checklist('cp-1')]) }), 1],
  [
    'two checklists of one provision',
    librarySource({ checklists: yamlSource('c.yaml', [checklist('cp-448-1'), checklist('cp-448-1')]) }),
    1,
  ],
  ['a term twice', librarySource({ terms: yamlSource('glossary.yaml', [term('coercion'), term('coercion')]) }), 1],
])('%s', (_, source, count) => {
  expect(libraryReferences(source, libraryWith())).toHaveLength(count)
})
