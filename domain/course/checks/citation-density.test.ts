import { expect, it } from 'vitest'
import { courseWithProse, libraryWith, prose } from '@/tests/support/course-factories'
import { citationDensity, citationsPerWords } from './citation-density'

const cite = (inCase = false) => ({ path: 'fr.md', line: 8, id: 'cp-448-1', locale: 'fr' as const, label: 'x', inCase })
const cites = (count: number, inCase = false) => Array.from({ length: count }, () => cite(inCase))

it('leaves out what stands in the worked example', () => {
  expect(citationDensity(prose({ ownWords: 400, citations: [...cites(8), ...cites(5, true)] }))).toBe(2)
})

it.each([
  ['twelve for 600 words', cites(12), 600, 0],
  ['eleven for 600 words', cites(11), 600, 3],
  ['twelve, one of them in the worked example', [...cites(11), cite(true)], 600, 3],
  ['none at all', [], 0, 3],
])('%s', (_, citations, ownWords, count) => {
  expect(citationsPerWords(courseWithProse({ citations, ownWords }), libraryWith())).toHaveLength(count)
})
