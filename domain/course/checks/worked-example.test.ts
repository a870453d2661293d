import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { workedExample } from './worked-example'

it.each([
  [0, 3],
  [1, 0],
  [2, 0],
  [3, 3],
])('%s parts of a worked example', (examples, count) => {
  const cases = Array.from({ length: examples }, (_, index) => ({ path: 'fr.md', line: 30 + index }))

  expect(workedExample(courseWithProse({ cases }), libraryWith())).toHaveLength(count)
})
