import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { headingOrder } from './heading-order'

const heading = (depth: number, id: string | null = 'act') => ({ depth, id, line: depth })

it.each([
  ['levels 2, 3, 2', [heading(2), heading(3), heading(2)], 0],
  ['a jump from 2 to 4', [heading(2), heading(4)], 3],
  ['a first heading of level 3', [heading(3)], 3],
  ['a title of level 1', [heading(1), heading(2)], 3],
  ['a heading without an id', [heading(2, null)], 3],
])('%s', (_, headings, count) => {
  expect(headingOrder(courseWithProse({ headings }), libraryWith())).toHaveLength(count)
})
