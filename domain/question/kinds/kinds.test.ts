import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyQuestion } from '@/tests/support/question-arbitraries'
import { SAMPLES } from '@/tests/support/question-samples'
import { answerSchema } from '../answer'
import { answerFromFields, isPartial } from '../answer-form'
import { gradeAnswer } from '../grade-answer'
import { answerState, isComplete } from '../is-complete'
import { judgeParts } from '../judge-parts'
import { questionKeySchema } from '../question'
import { readAnswer } from '../read-answer'
import { FORMS } from './forms'
import { KINDS, kindOf } from './kinds'

const samples = Object.values(SAMPLES)
const rows = samples.flatMap(({ key, stored }) => stored.map((row) => ({ kind: key.kind, key, ...row })))
const misfits = samples.flatMap(({ key, misfits: all }) => all.map((json) => ({ kind: key.kind, key, json })))

describe.each(samples)('$key.kind', ({ key, release, stored, fields }) => {
  it('is read from a release as it was stored', () => {
    expect(questionKeySchema.parse(JSON.parse(release))).toEqual(key)
  })

  it('has samples of a right answer and of a wrong one', () => {
    expect(stored.map(({ points }) => points)).toEqual(expect.arrayContaining([1]))
    expect(stored.some(({ points }) => points < 1)).toBe(true)
  })

  it('reads the right answer from its form, and writes it back', () => {
    const answer = answerFromFields(fields)

    expect(gradeAnswer(key, answer)).toBe(1)
    expect(isPartial(fields)).toBe(false)
    expect(FORMS[key.kind].write(key.correct).toSorted()).toEqual(fields.toSorted())
  })
})

it.each(rows)('$kind: the row $json earns $points', ({ key, json, points, state, right }) => {
  const answer = answerSchema.parse(JSON.parse(json))

  expect(readAnswer(key, answer)).toEqual(answer)
  expect(gradeAnswer(key, answer)).toBe(points)
  expect(answerState(key, answer)).toBe(state)
  expect(judgeParts(key, answer).map(({ correct }) => correct)).toEqual(right)
})

it.each(misfits)('$kind: the row $json does not fit, and is judged like no answer', ({ key, json }) => {
  const answer = answerSchema.parse(JSON.parse(json))

  expect(readAnswer(key, answer)).toBeNull()
  expect(gradeAnswer(key, answer)).toBe(0)
  expect(isComplete(key, answer)).toBe(false)
  expect(judgeParts(key, answer)).toEqual(judgeParts(key, null))
})

it('makes mistakes that fit the question and do not earn its point', () => {
  fc.assert(
    fc.property(anyQuestion, fc.nat(5), (question, n) => {
      const wrong = kindOf(question).mistake(question, (ids) => ids[n % ids.length])
      expect(readAnswer(question, wrong)).toEqual(wrong)
      expect(gradeAnswer(question, wrong)).toBeLessThan(1)
    }),
  )
})

it('draws every option once', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const ids = question.options.map(({ id }) => id)
      const drawn = kindOf(question).draw(question, (all) => all.toReversed())
      expect(drawn.toSorted()).toEqual(ids.toSorted())
    }),
  )
})

it('tells kinds apart by the names of their fields, unless they have one form', () => {
  const names = samples.flatMap(({ key, fields }) => fields.map(([name]) => ({ kind: key.kind, name })))
  for (const { kind, name } of names) {
    const owners = Object.values(FORMS).filter(({ owns }) => owns(name))
    expect(new Set(owners)).toEqual(new Set([FORMS[kind]]))
  }
})

it('finds no fault with the samples, and a fault with a key that names what the question does not have', () => {
  for (const { key } of samples) {
    const kind = kindOf(key)
    expect([kind.fault(key), kind.unknownIds(key)]).toEqual([null, []])
  }
  expect(KINDS.matching.unknownIds({ ...SAMPLES.matching.key, correct: { p1: 'z', p9: 'a' } })).toEqual(['z', 'p9'])
  expect(KINDS.ordering.unknownIds({ ...SAMPLES.ordering.key, correct: ['a', 'z'] })).toEqual(['z'])
})

it('does not compile when a kind is forgotten, or is given the answer of another', () => {
  const { ordering: _, ...others } = KINDS
  // @ts-expect-error: ordering has no rules.
  const forgotten: typeof KINDS = others
  // @ts-expect-error: an answer to a matching is pairs.
  const grade = () => KINDS.matching.grade(SAMPLES.matching.key, ['a'])

  expect(Object.keys(forgotten)).not.toContain('ordering')
  expect(grade()).toBe(0)
})
