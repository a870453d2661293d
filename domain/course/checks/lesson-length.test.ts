import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { lessonLength } from './lesson-length'

it.each([
  [499, 3],
  [500, 0],
  [1250, 0],
  [1251, 3],
])('%s words', (words, count) => {
  expect(lessonLength(courseWithProse({ words }), libraryWith())).toHaveLength(count)
})

it('counts what a drawing says apart', () => {
  const drawings = [{ path: 'fr.md', line: 3, words: 100, faults: [] }]

  expect(lessonLength(courseWithProse({ words: 1350, drawings }), libraryWith())).toEqual([])
  expect(lessonLength(courseWithProse({ words: 599, drawings }), libraryWith())).toHaveLength(3)
})
