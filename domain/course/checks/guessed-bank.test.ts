import { expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseSource,
  libraryWith,
  localized,
  option,
  singleChoice,
} from '@/tests/support/course-factories'
import { guessedBank } from './guessed-bank'

const said = (id: string, text: string) => ({ ...option(id), text: localized(text) })
const keyed = (correct: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    singleChoice({
      id: `q${from + index}`,
      options: [said('a', 'short'), said('b', 'a good deal longer'), said('c', 'short'), said('d', 'short')],
      correct: [correct],
    }),
  )

it('names the language, the strategy that earns too much and the questions concerned', () => {
  const bank = keyed('b', 12).map((key) => asked(key))
  const found = guessedBank(courseSource({ bank }), libraryWith())

  expect(found.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^in French, answering by “longest” earns 75\.0 .*of q0, q1,/),
  )
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true)
})

it('reads the second forms with the bank', () => {
  const bank = keyed('b', 6).map((key) => asked(key))
  const second = keyed('b', 6, 6).map((key) => askedAgain(key))

  expect(guessedBank(courseSource({ bank, second }), libraryWith())).not.toEqual([])
  expect(guessedBank(courseSource({ bank }), libraryWith())).toEqual([])
})

it('accepts keys that are spread, and a course without questions', () => {
  const bank = ['a', 'b', 'c', 'd'].flatMap((right, at) => keyed(right, 5, at * 5)).map((key) => asked(key))

  expect(guessedBank(courseSource({ bank }), libraryWith())).toEqual([])
  expect(guessedBank(courseSource({}), libraryWith())).toEqual([])
})
