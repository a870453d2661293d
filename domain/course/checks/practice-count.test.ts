import { expect, it } from 'vitest'
import {
  asked,
  courseSource,
  lessonSource,
  libraryWith,
  multipleChoice,
  singleChoice,
} from '@/tests/support/course-factories'
import { practiceCount } from './practice-count'

const single = (id: string) => asked(singleChoice({ id }))

it.each([
  ['three of two kinds', [single('p1'), single('p2'), asked(multipleChoice({ id: 'p3' }))], []],
  ['three of one kind', [single('p1'), single('p2'), single('p3')], ['warning']],
  ['two', [single('p1'), single('p2')], ['error']],
  ['none', [], ['error']],
])('%s', (_, practice, severities) => {
  const found = practiceCount(courseSource({ lessons: [lessonSource({ practice })] }), libraryWith())

  expect(found.map(({ severity }) => severity)).toEqual(severities)
})
