import { expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseSource,
  libraryWith,
  matching,
  ordering,
  singleChoice,
  trueFalse,
} from '@/tests/support/course-factories'
import { keyPosition } from './key-position'

const singles = (keys: string) =>
  [...keys].map((key, index) => asked(singleChoice({ id: `q${index}`, correct: [key] })))
const truths = (keys: string) =>
  [...keys].map((key, index) => asked(trueFalse({ id: `t${index}`, correct: [key === 't' ? 'true' : 'false'] })))
const orders = (firsts: string) =>
  [...firsts].map((first, index) => {
    const others = ['a', 'b', 'c'].filter((id) => id !== first)
    const correct = [first, ...(index % 4 < 2 ? others : others.toReversed())]
    return asked(ordering({ id: `o${index}`, correct }))
  })
const matches = (firsts: string) =>
  [...firsts].map((p1, index) =>
    asked(matching({ id: `m${index}`, correct: { p1, p2: 'abc'[(index + 1) % 3] ?? '' } })),
  )
const check = (bank: ReturnType<typeof singles>) => keyPosition(courseSource({ bank }), libraryWith())

it.each([
  ['even', singles('abcabcabcabc'), 0],
  ['nearly even', singles('aaaaabbbbccc'), 0],
  ['always the first', singles('aaaaaaaaaaaa'), 3],
  ['never the last', singles('ababababab'), 1],
  ['true as often as false', truths('ttff'), 0],
  ['always true', truths('tttttt'), 1],
  ['orders that begin with any id', orders('abcabcabcabc'), 0],
  ['orders that never begin with the first id', orders('bcbcbcbcbcbc'), 1],
  ['matches that begin with any id', matches('abcabcabcabc'), 0],
  ['matches that always begin with one id', matches('cccccccccccc'), 3],
  ['an empty bank', [], 0],
])('%s', (_, bank, count) => {
  expect(check(bank)).toHaveLength(count)
})

it('looks at the second forms by themselves', () => {
  const second = singles('aaaaaaaaaaaa').map(({ value }) => askedAgain(value))
  const found = keyPosition(courseSource({ bank: singles('abcabcabcabc'), second }), libraryWith())

  expect(found.map(({ path }) => path)).toEqual(['second.yaml', 'second.yaml', 'second.yaml'])
})
