import { describe, expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import type { PracticeTry } from './question-state'
import { stepAfter, stepStates, stepToResume } from './step-order'

const STEP = { title: '', text: '', read: { cites: [], laws: [], terms: [] } }
const STEPS = [
  { ...STEP, id: 'act', firstBlock: 0, blocks: 4, questions: ['q1'] },
  { ...STEP, id: 'means', firstBlock: 4, blocks: 4, questions: ['q2'] },
  { ...STEP, id: 'sources', firstBlock: 8, blocks: 2, questions: [] },
]
const PRACTICE = [singleChoice({ id: 'q1' }), singleChoice({ id: 'q2' })]
const RIGHT = PRACTICE[0]?.correct ?? []
const WRONG =
  PRACTICE[0]?.options
    .map(({ id }) => id)
    .filter((id) => !(RIGHT as string[]).includes(id))
    .slice(0, 1) ?? []

function statesOf(given: Record<string, PracticeTry>, block = 0, finished = false) {
  return stepStates(STEPS, { practice: PRACTICE, given: new Map(Object.entries(given)), block, finished })
}

describe('a step', () => {
  it('is done once its question was answered rightly, or tried twice', () => {
    expect(statesOf({ q1: { answer: RIGHT, tries: 1 } })).toEqual(['done', 'open', 'open'])
    expect(statesOf({ q1: { answer: WRONG, tries: 1 } })).toEqual(['again', 'open', 'open'])
    expect(statesOf({ q1: { answer: WRONG, tries: 2 } })).toEqual(['done', 'open', 'open'])
  })

  it('without a question is done once it was read, or the lesson is finished', () => {
    expect(statesOf({}, 9)).toEqual(['open', 'open', 'open'])
    expect(statesOf({}, 10)).toEqual(['open', 'open', 'done'])
    expect(statesOf({}, 0, true)).toEqual(['open', 'open', 'done'])
  })
})

describe('the step after', () => {
  it('is the one that follows, and none at the end', () => {
    expect(stepAfter(['done', 'open', 'open'], 1, false)).toEqual({ place: 2, again: false })
    expect(stepAfter(['done', 'done', 'open'], 2, false)).toBeNull()
  })

  it('is a question that was answered wrongly two steps before, or any before the end', () => {
    expect(stepAfter(['again', 'open', 'open', 'open'], 1, false)).toEqual({ place: 2, again: false })
    expect(stepAfter(['again', 'done', 'open', 'open'], 2, false)).toEqual({ place: 0, again: true })
    expect(stepAfter(['done', 'again', 'open'], 2, false)).toEqual({ place: 1, again: true })
  })

  it('is after a second try the first one that is open, else another that comes back, else none', () => {
    expect(stepAfter(['again', 'done', 'done', 'open'], 0, true)).toEqual({ place: 3, again: false })
    expect(stepAfter(['again', 'again', 'done'], 0, true)).toEqual({ place: 1, again: true })
    expect(stepAfter(['again', 'done', 'done'], 0, true)).toBeNull()
  })
})

it('resumes at the step read last or the next open one, then at one that comes back, else at the beginning', () => {
  expect(stepToResume(['open', 'open', 'open'], 1, false)).toEqual({ place: 1, again: false })
  expect(stepToResume(['open', 'done', 'open'], 1, false)).toEqual({ place: 2, again: false })
  expect(stepToResume(['open', 'done', 'done'], 1, false)).toEqual({ place: 0, again: false })
  expect(stepToResume(['done', 'again'], 0, false)).toEqual({ place: 1, again: true })
  // The lesson is completed on its last step.
  expect(stepToResume(['done', 'done'], 0, false)).toEqual({ place: 1, again: false })
  expect(stepToResume(['done', 'done'], 1, true)).toEqual({ place: 0, again: false })
})
