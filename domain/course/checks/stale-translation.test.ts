import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { staleTranslation } from './stale-translation'

it.each([
  [1, null],
  [0, 'follows revision 0, the lesson is at 1'],
  [2, 'raise the revision in lesson.yaml'],
  [null, 'the revision is missing'],
])('a text at revision %s of a lesson at revision 1', (revision, message) => {
  const found = staleTranslation(courseWithProse({ revision }), libraryWith())

  expect(found).toHaveLength(message === null ? 0 : 3)
  for (const each of found)
    expect(each).toMatchObject({ severity: 'error', message: expect.stringContaining(String(message)) })
})
