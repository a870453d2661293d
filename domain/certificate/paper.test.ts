import { describe, expect, it } from 'vitest'
import { type Need, PAPER_KINDS, PAPER_RULES, paperEarned, type Setting } from './paper'

describe('the paper that was earned', () => {
  const cases: readonly [Setting, readonly Need[], string | null][] = [
    ['alone', ['lessons', 'exam'], 'statement'],
    ['alone', ['lessons'], null],
    ['alone', ['exam'], null],
    ['alone', ['presence'], null],
    ['cohort', ['lessons', 'exam'], 'certificate'],
    ['cohort', ['lessons'], null],
    ['cohort', ['lessons', 'presence'], null],
    ['seminar', ['presence'], 'attendance'],
    ['seminar', [], null],
    // A person who was not present gets no paper of a seminar, even if she has done the lessons and the exam.
    ['seminar', ['lessons', 'exam'], null],
  ]
  it.each(cases)('%s with %j: %s', (setting, done, kind) => {
    expect(paperEarned(setting, done)).toBe(kind)
  })
})

it('has one kind for each setting', () => {
  const settings = PAPER_KINDS.map((kind) => PAPER_RULES[kind].setting)
  expect(new Set(settings).size).toBe(PAPER_KINDS.length)
})

it('is signed by the platform alone only if somebody learned alone', () => {
  const byPlatform = PAPER_KINDS.filter((kind) => PAPER_RULES[kind].issuer === 'platform')
  expect(byPlatform).toEqual(['statement'])
})
