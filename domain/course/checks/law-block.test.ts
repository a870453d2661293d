import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { lawBlock } from './law-block'

it.each([
  [['cp-448-1'], null],
  [['cp-448-1#1', 'cp-448-1#2'], null],
  [[], 'names no provision'],
  [['cp-448-1#1', 'cp-448-4#1'], 'one article'],
  [['cp-16'], 'no wording of “cp-16”'],
])('::law of %s', (cites, message) => {
  const found = lawBlock(courseWithProse({ laws: [{ path: 'fr.md', line: 9, cites }] }), libraryWith())

  expect(found).toHaveLength(message === null ? 0 : 3)
  if (message !== null) expect(found[0]?.message).toContain(message)
})
