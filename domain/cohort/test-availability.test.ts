import { expect, it } from 'vitest'
import { openTest, type TestCase, testAvailability } from './test-availability'

const NOW = new Date('2026-11-24T10:00:00Z')
const YESTERDAY = new Date('2026-11-23T10:00:00Z')
const running = { startsOn: '2026-11-02', endsOn: '2027-01-15', archivedAt: null }
const untouched: TestCase = {
  cohort: running,
  handedIn: { before: null, after: null },
  begun: false,
  lessonsDone: false,
}
const learned: TestCase = { ...untouched, handedIn: { before: YESTERDAY, after: null }, begun: true, lessonsDone: true }

it('opens the first test until a lesson is completed', () => {
  expect(testAvailability('before', untouched, NOW)).toEqual({ status: 'open' })
  expect(testAvailability('before', { ...untouched, begun: true }, NOW)).toEqual({
    status: 'closed',
    why: 'lessons-begun',
  })
})

it('opens the second test once all lessons are completed', () => {
  expect(testAvailability('after', learned, NOW)).toEqual({ status: 'open' })
  expect(testAvailability('after', { ...learned, lessonsDone: false }, NOW)).toEqual({
    status: 'closed',
    why: 'lessons-left',
  })
})

it('keeps the second test closed for a person who did not take the first', () => {
  const late = { ...learned, handedIn: { before: null, after: null } }

  expect(testAvailability('after', late, NOW)).toEqual({ status: 'closed', why: 'no-first-test' })
})

it('is held while the cohort runs, both its days included', () => {
  const at = (instant: string) => testAvailability('before', untouched, new Date(instant))

  expect(at('2026-11-01T22:59:59Z')).toEqual({ status: 'closed', why: 'planned' })
  expect(at('2026-11-01T23:00:00Z')).toEqual({ status: 'open' })
  expect(at('2027-01-15T22:59:59Z')).toEqual({ status: 'open' })
  expect(at('2027-01-15T23:00:00Z')).toEqual({ status: 'closed', why: 'over' })
})

it('ends with an archived cohort', () => {
  const archived = { ...untouched, cohort: { ...running, archivedAt: YESTERDAY } }

  expect(testAvailability('before', archived, NOW)).toEqual({ status: 'closed', why: 'over' })
})

it('says when a test was handed in, whatever came after', () => {
  const handedIn = { before: YESTERDAY, after: null }
  const over = { ...running, endsOn: '2026-11-23' }

  expect(testAvailability('before', { ...learned, handedIn, cohort: over }, NOW)).toEqual({
    status: 'handed-in',
    at: YESTERDAY,
  })
})

it('names the test that is waiting', () => {
  expect(openTest(untouched, NOW)).toBe('before')
  expect(openTest(learned, NOW)).toBe('after')
  expect(openTest({ ...untouched, begun: true }, NOW)).toBeNull()
  expect(openTest({ ...learned, handedIn: { before: YESTERDAY, after: YESTERDAY } }, NOW)).toBeNull()
})
