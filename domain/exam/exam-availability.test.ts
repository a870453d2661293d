import fc from 'fast-check'
import { expect, it } from 'vitest'
import { examAvailability, keyIsOpen, type PastAttempt } from './exam-availability'

const rule = { attempts: 3, coolDownHours: 24 }
const now = new Date('2026-11-24T10:00:00Z')
const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)

const failed = (number: number, handedInAt: Date): PastAttempt => ({ number, handedInAt, passed: false })
const passed = (number: number, handedInAt: Date): PastAttempt => ({ number, handedInAt, passed: true })
const open = (number: number): PastAttempt => ({ number, handedInAt: null, passed: null })

const availability = (attempts: PastAttempt[], lessonsDone = true) => examAvailability(attempts, rule, lessonsDone, now)

it('is locked until the lessons are done', () => {
  expect(availability([], false)).toEqual({ status: 'locked', attemptsLeft: 3 })
  expect(availability([], true)).toEqual({ status: 'open', attemptsLeft: 3 })
})

it('cools down after a failed attempt, to the very moment', () => {
  const opensAt = new Date('2026-11-24T10:00:00.001Z')
  const almost = [failed(1, new Date(opensAt.getTime() - 24 * HOUR_MS))]

  expect(availability(almost)).toEqual({ status: 'cooling-down', opensAt, attemptsLeft: 2 })
  expect(availability([failed(1, hoursAgo(24))])).toEqual({ status: 'open', attemptsLeft: 2 })
})

it('counts the hours from the last attempt, in whatever order they come', () => {
  const attempts = [failed(2, hoursAgo(1)), failed(1, hoursAgo(30))]

  expect(availability(attempts)).toMatchObject({ status: 'cooling-down', opensAt: hoursAgo(-23) })
  expect(availability(attempts.toReversed())).toEqual(availability(attempts))
})

it('opens at once where the course asks for no pause', () => {
  expect(examAvailability([failed(1, now)], { attempts: 3, coolDownHours: 0 }, true, now).status).toBe('open')
})

it('is exhausted after the last attempt, with no pause to wait for', () => {
  const attempts = [failed(1, hoursAgo(60)), failed(2, hoursAgo(30)), failed(3, hoursAgo(1))]

  expect(availability(attempts)).toEqual({ status: 'exhausted', attemptsLeft: 0 })
})

it('is passed once an attempt is passed, whatever comes later or changes in the course', () => {
  const attempts = [passed(1, hoursAgo(60)), failed(2, hoursAgo(1))]

  expect(availability(attempts).status).toBe('passed')
  expect(availability(attempts, false).status).toBe('passed')
  expect(availability([failed(1, hoursAgo(90)), failed(2, hoursAgo(60)), passed(3, hoursAgo(1))]).status).toBe('passed')
})

it.each<[string, PastAttempt[], boolean]>([
  ['the first', [open(1)], true],
  ['one begun after a failure', [failed(1, hoursAgo(1)), open(2)], true],
  ['the last', [failed(1, hoursAgo(9)), failed(2, hoursAgo(8)), open(3)], true],
  ['one that a new lesson would now forbid', [open(1)], false],
  ['one beside a passed one', [passed(1, hoursAgo(9)), open(2)], true],
])('never takes away an attempt under way: %s', (_, attempts, lessonsDone) => {
  const { number } = attempts.at(-1) ?? { number: 0 }

  expect(availability(attempts, lessonsDone)).toEqual({
    status: 'under-way',
    number,
    attemptsLeft: 3 - attempts.length,
  })
})

it('offers a start exactly when one is left, the lessons are done and no pause runs', () => {
  const anyAttempt = fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    handedInAt: fc.option(fc.integer({ min: 0, max: 72 }).map(hoursAgo)),
    passed: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 5 }), fc.boolean(), (attempts, lessonsDone) => {
      const { status, attemptsLeft } = availability(attempts, lessonsDone)
      const settled = attempts.every(({ handedInAt }) => handedInAt !== null && handedInAt <= hoursAgo(24))
      const mayStart = lessonsDone && settled && attempts.length < 3 && !attempts.some((attempt) => attempt.passed)
      expect(status === 'open').toBe(mayStart)
      expect(attemptsLeft).toBe(Math.max(0, 3 - attempts.length))
    }),
  )
})

it('waits for the exam day of the cohort, up to the exact moment', () => {
  const from = new Date(now.getTime() + 1)

  expect(examAvailability([], rule, true, now, from)).toEqual({ status: 'not-yet', opensAt: from, attemptsLeft: 3 })
  expect(examAvailability([], rule, true, from, from).status).toBe('open')
  expect(examAvailability([open(1)], rule, true, now, from).status).toBe('under-way')
  expect(examAvailability([passed(1, hoursAgo(1))], rule, true, now, from).status).toBe('passed')
})

it('shows the key only when it can no longer help', () => {
  const statuses = ['locked', 'open', 'under-way', 'passed', 'exhausted'] as const
  const shown = statuses.filter((status) => keyIsOpen({ status, attemptsLeft: 0, number: 1 }))

  expect(shown).toEqual(['passed', 'exhausted'])
  expect(keyIsOpen({ status: 'cooling-down', opensAt: now, attemptsLeft: 1 })).toBe(false)
})

it('is none if nothing is graded', () => {
  expect(examAvailability([], null, true, new Date())).toEqual({ status: 'none', attemptsLeft: 0 })
})
