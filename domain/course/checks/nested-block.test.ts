import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { nestedBlock } from './nested-block'

it.each([
  ['nothing but text in the boxes', [], 0],
  ['a heading in a box', [{ path: 'fr.md', line: 20, markup: 'heading 2 {#age}' }], 3],
])('%s', (_, nested, count) => {
  expect(nestedBlock(courseWithProse({ nested }), libraryWith())).toHaveLength(count)
})
