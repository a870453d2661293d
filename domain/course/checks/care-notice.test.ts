import { expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, told, yamlSource } from '@/tests/support/course-factories'
import { careNotice } from './care-notice'

const skip = { path: 'fr.md', line: 8, id: 'after' }

function check(sensitive: boolean, announced: boolean) {
  const lesson = lessonSource({}, { skips: announced ? [skip] : [] })
  const file = yamlSource('lesson.yaml', lesson.file.value && { ...lesson.file.value, sensitive })
  return careNotice(courseSource({ lessons: [{ ...lesson, file }] }), libraryWith())
}

it.each([true, false])('lets a lesson be sensitive and announced as such: %s', (both) => {
  expect(check(both, both)).toEqual([])
})

it('refuses a sensitive lesson without a notice', () => {
  expect(told(check(true, false))).toEqual([expect.stringContaining('place :::care before it')])
})

it('refuses a notice in a lesson that is not said to be sensitive', () => {
  expect(told(check(false, true))).toEqual([expect.stringContaining('write “sensitive: true”')])
})
