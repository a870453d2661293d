import { expect, it } from 'vitest'
import { provision } from '@/tests/support/course-factories'
import { citationMarks } from './citation-marks'

const provisions = {
  'doc-a': provision({ id: 'doc-a', instrument: 'documents' }),
  'doc-b': provision({ id: 'doc-b', instrument: 'documents' }),
  'cp-448-1': provision({ id: 'cp-448-1', instrument: 'penal-code' }),
}

it('numbers documents and gives letters to what binds, each once, in the order in which they are cited', () => {
  const marks = citationMarks(['doc-b', 'cp-448-1#4', 'doc-a', 'doc-b', 'cp-448-1#1', 'cp-448-1#4'], { provisions })

  expect([...marks]).toEqual([
    ['doc-b', '1'],
    ['doc-a', '2'],
    ['cp-448-1#4', 'a'],
    ['cp-448-1#1', 'b'],
  ])
})

it('gives a letter to a decision', () => {
  expect(citationMarks(['ma-tanger-2024'], { provisions }).get('ma-tanger-2024')).toBe('a')
})
