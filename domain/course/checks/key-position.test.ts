import { expect, it } from 'vitest'
import { asked, courseSource, libraryWith, singleChoice, trueFalse } from '@/tests/support/course-factories'
import { keyPosition, keyPositions } from './key-position'

const singles = (keys: string) =>
  [...keys].map((key, index) => asked(singleChoice({ id: `q${index}`, correct: [key] })))
const truths = (keys: string) =>
  [...keys].map((key, index) => asked(trueFalse({ id: `t${index}`, correct: [key === 't' ? 'true' : 'false'] })))
const check = (bank: ReturnType<typeof singles>) => keyPosition(courseSource({ bank }), libraryWith())

it('counts positions against an even share', () => {
  expect(keyPositions({ bank: singles('aab') })).toEqual([
    { count: 2, even: 1 },
    { count: 1, even: 1 },
    { count: 0, even: 1 },
  ])
})

it.each([
  ['even', singles('abcabcabcabc'), 0],
  ['nearly even', singles('aaaaabbbbccc'), 0],
  ['always the first', singles('aaaaaaaaaaaa'), 3],
  ['never the last', singles('ababababab'), 1],
  ['true as often as false', truths('ttff'), 0],
  ['always true', truths('tttttt'), 1],
  ['an empty bank', [], 0],
])('%s', (_, bank, count) => {
  expect(check(bank)).toHaveLength(count)
})
