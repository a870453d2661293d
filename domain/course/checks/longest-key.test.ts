import { expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseSource,
  libraryWith,
  localized,
  multipleChoice,
  option,
  singleChoice,
} from '@/tests/support/course-factories'
import { longestKey } from './longest-key'

const long = option('a', localized('a much longer answer than the others'))
const short = option('a', localized('s'))
const others = [option('b', localized('middling')), option('c', localized('middling'))]
const bank = (longest: number, of: number) =>
  Array.from({ length: of }, (_, index) =>
    asked(singleChoice({ id: `q${index}`, options: [index < longest ? long : short, ...others] })),
  )

it.each([
  ['3 of 10', bank(3, 10), 0],
  ['4 of 10', bank(4, 10), 3],
  ['none', bank(0, 4), 0],
  ['an empty bank', [], 0],
])('the key is the longest in %s', (_, questions, count) => {
  expect(longestKey(courseSource({ bank: questions }), libraryWith())).toHaveLength(count)
})

it('counts a tie, and a multiple choice whose longest option is one of the right ones', () => {
  const tie = asked(singleChoice({ options: [option('a'), option('b'), option('c')] }))
  const multiple = asked(multipleChoice({ options: [long, ...others] }))

  expect(longestKey(courseSource({ bank: [tie] }), libraryWith())).toHaveLength(3)
  expect(longestKey(courseSource({ bank: [multiple] }), libraryWith())).toHaveLength(3)
})

it('measures the text without the markup of a citation', () => {
  const cited = option('a', {
    ar: ':cite[س]{id="cp-448-1#2"}',
    fr: ':cite[s]{id="cp-448-1#2"}',
    en: ':cite[s]{id="cp-448-1#2"}',
  })
  const question = asked(singleChoice({ options: [cited, ...others] }))

  expect(longestKey(courseSource({ bank: [question] }), libraryWith())).toEqual([])
})

it('measures the second forms by themselves', () => {
  const second = bank(4, 10).map(({ value }) => askedAgain(value))
  const found = longestKey(courseSource({ bank: bank(0, 30), second }), libraryWith())

  expect(found.map(({ path }) => path)).toEqual(['second.yaml', 'second.yaml', 'second.yaml'])
  expect(found[0]?.message).toContain('of the second forms')
})
