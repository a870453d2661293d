import { describe, expect, it } from 'vitest'
import { objectiveState } from './objective-state'

const given = (...points: number[]) => points.map((each) => ({ objective: 'qualify', points: each }))
const state = (points: number[], { weak = false, asked = 6 } = {}) =>
  objectiveState('qualify', {
    answers: [...given(...points), { objective: 'protect', points: 0 }],
    weak: new Set(weak ? ['qualify'] : []),
    asked: new Map([['qualify', asked]]),
    passRate: 0.7,
  })

describe('an objective', () => {
  it('is unmet until one of its own questions is answered', () => {
    expect(state([])).toBe('unmet')
    expect(state([0])).toBe('shaky')
  })

  it('is firm with three answers, of which the share that the exam asks for is right', () => {
    expect(state([1, 1])).toBe('shaky')
    expect(state([1, 1, 1])).toBe('firm')
    expect(state([1, 1, 0])).toBe('shaky')
    expect(state([1, 1, 1, 0])).toBe('firm')
    expect(state([1, 1, 0.1])).toBe('firm')
  })

  it('needs no more answers than it has questions', () => {
    expect(state([1, 1], { asked: 2 })).toBe('firm')
    expect(state([1], { asked: 2 })).toBe('shaky')
  })

  it('is not firm while the last exam fell short of it, even before any answer', () => {
    expect(state([1, 1, 1], { weak: true })).toBe('shaky')
    expect(state([], { weak: true })).toBe('shaky')
  })
})
