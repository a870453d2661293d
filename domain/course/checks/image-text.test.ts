import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { imageText } from './image-text'

it.each([
  ['Carte des provinces', 0],
  ['', 3],
  ['  ', 3],
])('alternative text “%s”', (alt, count) => {
  const images = [{ path: 'fr.md', line: 8, src: 'map.png', alt }]

  expect(imageText(courseWithProse({ images }), libraryWith())).toHaveLength(count)
})
