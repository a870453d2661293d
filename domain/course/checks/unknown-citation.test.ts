import { expect, it } from 'vitest'
import { courseSource, libraryWith } from '@/tests/support/course-factories'
import { unknownCitation } from './unknown-citation'

it.each([
  ['cp-448-1', true],
  ['cp-448-1#2', true],
  ['cp-448-4#1.2', true],
  ['cp-16', true],
  ['cp-448-1#3', false],
  ['cp-448-4#1.3', false],
  ['cp-448-99', false],
  ['cp-16#1', false],
  ['constructor', false],
  ['448-1', false],
  ['', false],
])('%s', (id, known) => {
  const use = { path: 'fr.md', line: 8, id, locale: null, label: null, inCase: false }

  expect(unknownCitation(courseSource({ citations: [use] }), libraryWith())).toHaveLength(known ? 0 : 1)
})
