import { expect, it } from 'vitest'
import {
  asked,
  courseSource,
  libraryWith,
  matching,
  multipleChoice,
  ordering,
  singleChoice,
} from '@/tests/support/course-factories'
import { unknownKey } from './unknown-key'

it.each([
  ['a key among the options', singleChoice(), 0],
  ['a key that does not exist', singleChoice({ correct: ['z'] }), 1],
  ['one key of two that does not exist', multipleChoice({ correct: ['a', 'z'] }), 1],
  ['a step that does not exist', ordering({ correct: ['c', 'a', 'z'] }), 1],
  ['a match with known ids', matching(), 0],
  ['a match of an unknown prompt', matching({ correct: { p1: 'a', p2: 'b', p9: 'c' } }), 1],
  ['a match with an unknown option', matching({ correct: { p1: 'a', p2: 'z' } }), 1],
])('%s', (_, key, count) => {
  const found = unknownKey(courseSource({ bank: [asked(key, { lines: { '': 7, correct: 21 } })] }), libraryWith())

  expect(found).toHaveLength(count)
  for (const each of found) expect(each.line).toBe(21)
})
