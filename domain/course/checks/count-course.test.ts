import { expect, it } from 'vitest'
import {
  asked,
  courseSource,
  lessonSource,
  localized,
  option,
  singleChoice,
  trueFalse,
} from '@/tests/support/course-factories'
import { countCourse } from './count-course'

it('counts what the checks measure', () => {
  const options = [option('a', localized('short')), option('b', localized('a longer one'))]
  const bank = [
    asked(singleChoice({ id: 'q1', options, correct: ['b'], pattern: true })),
    asked(singleChoice({ id: 'q2', options, correct: ['a'] })),
    asked(trueFalse({ id: 'q3', objective: 'penalty' })),
  ]
  const counts = countCourse(courseSource({ lessons: [lessonSource({}, { words: 640, ownWords: 600 })], bank }))

  expect(counts.lessons[0]).toMatchObject({
    id: 'offence',
    practice: 0,
    languages: { ar: { words: 640, citations: 0 } },
  })
  expect(counts.bank).toEqual({
    questions: 3,
    byObjective: { penalty: 1, qualify: 2 },
    byKind: { single: 2, 'true-false': 1 },
    onFacts: 0.33,
    longestKey: { ar: 0.5, fr: 0.5, en: 0.5 },
    keyPositions: [1, 1],
  })
})
