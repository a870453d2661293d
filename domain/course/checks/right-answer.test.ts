import { expect, it } from 'vitest'
import {
  asked,
  courseSource,
  libraryWith,
  matching,
  multipleChoice,
  option,
  ordering,
  singleChoice,
  trueFalse,
} from '@/tests/support/course-factories'
import { rightAnswer } from './right-answer'

it.each([
  ['one right option', singleChoice(), null],
  ['two right options of three', multipleChoice(), null],
  ['every option right', multipleChoice({ correct: ['a', 'b', 'c'] }), 'every option is right'],
  ['a right option named twice', multipleChoice({ correct: ['a', 'a'] }), 'twice'],
  ['every prompt matched', matching(), null],
  ['a prompt left open', matching({ correct: { p1: 'a' } }), 'gives no option for p2'],
  ['every step ordered', ordering(), null],
  [
    'a step left out',
    ordering({ correct: ['c', 'a', 'b'], options: ['a', 'b', 'c', 'd'].map((id) => option(id)) }),
    'every step once',
  ],
  ['a step named twice', ordering({ correct: ['c', 'a', 'a'] }), 'twice'],
  ['true and false', trueFalse(), null],
])('%s', (_, key, fault) => {
  const found = rightAnswer(courseSource({ bank: [asked(key)] }), libraryWith())

  expect(found.map(({ message }) => message)).toEqual(fault === null ? [] : [expect.stringContaining(fault)])
})
