import { expect, it } from 'vitest'
import { filesIn } from './files-in'
import { markPatterns } from './mark-patterns'

it.each([
  String.raw`const CITE = /:cite\[[^\]]*\]\{id="([^"]+)"\}/g`,
  String.raw`text.matchAll(/::law\{cite="([^"]+)"\}/g)`,
  String.raw`.replace(/:def\[([^\]]*)\]\{[^}]*\}/g, '$1')`,
  String.raw`new RegExp(':ref\\[')`,
  '/:cite[[{]/',
])('refuses a pattern that reads a mark: %s', (line) => {
  expect(markPatterns({ file: 'a.ts', text: line })).toEqual([`a.ts:1 ${line}`])
})

it.each(['add ::quiz{id="q1"}', 'write :cite[…]{id="cp-16"}', '/<x-quiz data-id="([a-z-]+)">/'])(
  'lets texts name a mark, and patterns read what is made of it: %s',
  (line) => {
    expect(markPatterns({ file: 'a.ts', text: line })).toEqual([])
  },
)

it('finds none: the marks have one parser', () => {
  const sources = filesIn(['app', 'components', 'domain', 'i18n', 'scripts', 'server'], ['.ts', '.tsx', '.mjs'])

  expect(sources.length).toBeGreaterThan(500)
  expect(sources.flatMap(markPatterns)).toEqual([])
})
