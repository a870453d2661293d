import { describe, expect, it } from 'vitest'
import { localized, singleChoice } from '@/tests/support/course-factories'
import { examAvailability } from './exam-availability'
import { regradeExam } from './regrade'

const wrong = singleChoice({ id: 'q1', correct: ['a'] })
const right = { ...wrong, correct: ['b'] }
const reworded = { ...right, stem: localized('another question') }
const other = singleChoice({ id: 'q2', correct: ['a'] })

/** Two questions, of which the first had a wrong key; both are needed to pass. */
const regraded = (first: string, second: string, corrected = [right], before = { earned: 0, passed: false }) =>
  regradeExam(
    [
      { question: wrong, answer: [first], corrected },
      { question: other, answer: [second] },
    ],
    0.9,
    before,
  )

describe('grading again', () => {
  it('passes whoever was right by the right key', () => {
    expect(regraded('b', 'a', [right], { earned: 1, passed: false })).toMatchObject({
      effect: 'passed',
      earned: 2,
      passed: true,
    })
  })

  it('takes nothing from whoever was right by the wrong one', () => {
    expect(regraded('a', 'a', [right], { earned: 2, passed: true })).toMatchObject({
      effect: 'none',
      earned: 2,
      passed: true,
    })
  })

  it('adds points that are too few for a pass, and nothing for an answer that is wrong by both keys', () => {
    expect(regraded('b', 'c')).toMatchObject({ effect: 'points', earned: 1, passed: false })
    expect(regraded('c', 'c')).toMatchObject({ effect: 'none', earned: 0 })
  })

  it('never lowers what was counted before, whatever it was', () => {
    expect(regraded('c', 'c', [right], { earned: 1.5, passed: true })).toMatchObject({ earned: 1.5, passed: true })
  })

  it('gives an exam back if its failure may be due to a question that was reworded', () => {
    expect(regraded('b', 'a', [reworded], { earned: 1, passed: false })).toMatchObject({
      effect: 'given-back',
      passed: false,
    })
    expect(regraded('b', 'c', [reworded])).toMatchObject({ effect: 'none' })
    expect(regraded('a', 'c', [reworded], { earned: 1, passed: false })).toMatchObject({ effect: 'none' })
  })
})

it('an exam that was given back counts neither among the attempts nor for the wait', () => {
  const now = new Date('2026-11-24T10:00:00Z')
  const failed = (number: number, givenBack: boolean) => ({ number, handedInAt: now, passed: false, givenBack })
  const rule = { attempts: 2, coolDownHours: 24 }

  expect(examAvailability([failed(1, true)], rule, true, now)).toEqual({ status: 'open', attemptsLeft: 2 })
  expect(examAvailability([failed(1, true), failed(2, false)], rule, true, now)).toMatchObject({
    status: 'cooling-down',
    attemptsLeft: 1,
  })
})
