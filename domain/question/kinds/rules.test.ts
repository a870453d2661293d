import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completing, computing, marking, option, ranking, result } from '@/tests/support/course-factories'
import {
  anyAnswer,
  anyCompleting,
  anyComputing,
  anyMarking,
  anyQuestion,
  anyRanking,
} from '@/tests/support/question-arbitraries'
import { gradeAnswer } from '../grade-answer'
import { judgeParts } from '../judge-parts'
import { withoutAnswers } from '../public-question'
import { readAnswer } from '../read-answer'
import { KINDS } from './kinds'

describe('numbers to compute', () => {
  it('are right within the tolerance, and no further', () => {
    const [min, max] = computing().asks
    const key = computing({ asks: [{ ...min, tolerance: 0.5 }, { ...max }] as ReturnType<typeof computing>['asks'] })

    expect(gradeAnswer(key, { min: '10,5', max: '20,5' })).toBe(1)
    expect(gradeAnswer(key, { min: '9,5', max: '20,5' })).toBe(1)
    expect(gradeAnswer(key, { min: '10,51', max: '20,5' })).toBe(0.5)
  })

  it('are graded alike in every way to write them', () => {
    const key = computing({
      asks: [{ id: 'sum', label: option('sum').text, unit: 'dirhams', tolerance: 0 }],
      options: [result('a', 'sum', 14711.08), result('b', 'sum', 16811.08)],
      correct: { sum: '14711.08' },
    })
    for (const typed of ['14711.08', '14 711,08', '14.711,08 DH', '١٤٧١١٫٠٨']) {
      expect(gradeAnswer(key, { sum: typed })).toBe(1)
      expect(readAnswer(key, { sum: typed })).toEqual({ sum: '14711.08' })
    }
    expect(readAnswer(key, { sum: '14,711' })).toBeNull()
  })

  it('are refused as a whole if one of them cannot be read', () => {
    expect(readAnswer(computing(), { min: '10', max: '20,500' })).toBeNull()
  })

  it('are shown as the option with that known mistake, or otherwise as themselves', () => {
    const chosen = (given: Record<string, string>) => judgeParts(computing(), given).map((part) => part.chosen)

    expect(chosen({ min: '5', max: '20.5' })).toEqual(['b', 'c'])
    expect(chosen({ min: '7' })).toEqual(['7', null])
    expect(KINDS.computing.picked(computing(), { min: '5', max: '7' })).toEqual(['b'])
  })

  it.each([
    ['no right number', computing({ correct: { min: '10' } }), 'gives no number for “max”'],
    ['no option for the right number', computing({ correct: { min: '10', max: '21' } }), 'says the right number'],
    ['no mistake', computing({ options: [result('a', 'min', 10), result('c', 'max', 20.5)] }), 'says a mistake'],
    [
      'a tolerance that covers a mistake',
      computing({ asks: computing().asks.map((ask) => ({ ...ask, tolerance: 5 })) }),
      'also takes a wrong option',
    ],
    [
      'a tolerance that is too large',
      computing({ asks: computing().asks.map((ask) => ({ ...ask, tolerance: 2 })) }),
      'over a tenth',
    ],
    [
      'one number twice',
      computing({ options: [...computing().options, result('e', 'min', 5)] }),
      'two options say one number',
    ],
  ])('have a fault with %s', (_, key, fault) => {
    expect(KINDS.computing.fault(key)).toContain(fault)
  })

  it('may not have an option for an unknown question', () => {
    const key = computing({ options: [...computing().options, result('e', 'other', 5)] })
    expect(KINDS.computing.unknownIds(key)).toEqual(['other'])
  })
})

describe('an order with ties', () => {
  it.each([
    ['a place that nothing has', ranking({ correct: { a: '1', b: '1', c: '3' } }), 'without a gap'],
    ['a step without a place', ranking({ correct: { a: '1', b: '1' } }), 'give every step a place'],
    ['one place for all', ranking({ correct: { a: '1', b: '1', c: '1' } }), 'all steps have one place'],
    ['no tie', ranking({ correct: { a: '1', b: '2', c: '3' } }), 'let it be of the kind “ordering”'],
  ])('has a fault with %s', (_, key, fault) => {
    expect(KINDS.ranking.fault(key)).toContain(fault)
  })

  it('earns only the share of the tied pairs if it is reversed, or if all steps are put together', () => {
    fc.assert(
      fc.property(anyRanking, (key) => {
        const last = Math.max(...Object.values(key.correct).map(Number))
        const turned = Object.entries(key.correct).map(([id, place]) => [id, `${last + 1 - Number(place)}`])
        const ids = Object.keys(key.correct)
        const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const))
        const tied = pairs.filter(([one, other]) => key.correct[one] === key.correct[other]).length
        const share = (right: number) => Math.max(0, (2 * right - pairs.length) / pairs.length)
        expect(gradeAnswer(key, Object.fromEntries(turned))).toBeCloseTo(share(tied))
        expect(gradeAnswer(key, Object.fromEntries(ids.map((id) => [id, '1'])))).toBeCloseTo(share(tied))
      }),
    )
  })
})

describe('a passage to complete', () => {
  it.each([
    ['a blank without its right choice', completing({ correct: { b1: 'a' } }), 'gives no choice for “b2”'],
    ['a right choice of another blank', completing({ correct: { b1: 'c', b2: 'd' } }), 'belongs to another blank'],
    [
      'a blank with one choice',
      completing({ options: completing().options.filter(({ id }) => id !== 'b') }),
      'one choice only',
    ],
    [
      'one id for two choices',
      completing({ options: [...completing().options, { ...option('a'), blank: 'b2' }] }),
      'two choices have one id',
    ],
  ])('has a fault with %s', (_, key, fault) => {
    expect(KINDS.completing.fault(key)).toContain(fault)
  })

  it('names unknown blanks and choices', () => {
    expect(KINDS.completing.unknownIds(completing({ correct: { b1: 'z', b9: 'a' } }))).toEqual(['b9', 'z'])
  })

  it('shows its blanks in one order, whatever the order of the choices', () => {
    expect(withoutAnswers(completing(), ['d', 'a', 'c', 'b'])).toMatchObject({
      options: [
        { blank: 'b1', id: 'a' },
        { blank: 'b1', id: 'b' },
        { blank: 'b2', id: 'd' },
        { blank: 'b2', id: 'c' },
      ],
    })
  })
})

it('finds a fault in a document with only right spans', () => {
  expect(KINDS.marking.fault(marking({ correct: ['a', 'b', 'c'] }))).toContain('every option is right')
  expect(KINDS.marking.fault(marking({ correct: ['a'] }))).toBeNull()
})

it('grades any answer from 0 to 1, and gives 1 only if every part is right', () => {
  const asked = fc.oneof(anyQuestion, anyRanking, anyComputing, anyMarking, anyCompleting)
  fc.assert(
    fc.property(asked, anyAnswer, (key, answer) => {
      const points = gradeAnswer(key, answer)
      expect(points).toBeGreaterThanOrEqual(0)
      expect(points).toBeLessThanOrEqual(1)
      expect(points === 1).toBe(judgeParts(key, answer).every(({ correct }) => correct))
    }),
  )
})

it('gives a full point for the right answer', () => {
  fc.assert(
    fc.property(fc.oneof(anyRanking, anyComputing, anyMarking, anyCompleting), (key) => {
      expect(gradeAnswer(key, key.correct)).toBe(1)
    }),
  )
})
