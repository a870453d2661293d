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

it('leads to one kind from each setting', () => {
  const settings = PAPER_KINDS.map((kind) => PAPER_RULES[kind].setting)
  expect(new Set(settings).size).toBe(PAPER_KINDS.length)
})

it('lets the platform sign alone only what somebody did alone', () => {
  const byPlatform = PAPER_KINDS.filter((kind) => PAPER_RULES[kind].issuer === 'platform')
  expect(byPlatform).toEqual(['statement'])
})
