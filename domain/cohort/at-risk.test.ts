import { expect, it } from 'vitest'
import { type Progress, situationOf, totalsOf } from './at-risk'

const now = new Date('2026-11-25T10:00:00Z')
const daysAgo = (days: number) => now.getTime() - days * 86_400_000
const progress = (overrides: Partial<Progress> = {}): Progress => ({
  lessonsDone: 2,
  lessons: 9,
  lastActiveMs: daysAgo(1),
  passed: false,
  attemptsLeft: 3,
  certified: false,
  overdue: 0,
  ...overrides,
})

it.each<[string, Partial<Progress>, string]>([
  ['works', {}, 'on-track'],
  ['has not begun', { lessonsDone: 0 }, 'not-started'],
  ['has only the exam before her', { lessonsDone: 9 }, 'ready'],
  ['has let a day pass', { overdue: 1 }, 'late'],
  ['has done nothing for two weeks', { lastActiveMs: daysAgo(14) }, 'inactive'],
  ['was here thirteen days ago', { lastActiveMs: daysAgo(13.9) }, 'on-track'],
  ['has no attempt left', { lessonsDone: 9, attemptsLeft: 0 }, 'out-of-attempts'],
  ['passed with her last attempt', { lessonsDone: 9, attemptsLeft: 0, passed: true }, 'certified'],
  ['holds a certificate and has not come back since', { certified: true, lastActiveMs: daysAgo(90) }, 'certified'],
  ['takes a course without an exam', { lessonsDone: 9, attemptsLeft: null }, 'ready'],
])('who %s', (_, overrides, situation) => {
  expect(situationOf(progress(overrides), now)).toBe(situation)
})

it('adds up a cohort', () => {
  const people = [progress(), progress({ lastActiveMs: daysAgo(20) }), progress({ lessonsDone: 9, passed: true })]

  expect(totalsOf(people, now)).toEqual({ people: 3, active: 2, completed: 1, passed: 1, atRisk: 1 })
  expect(totalsOf([], now)).toEqual({ people: 0, active: 0, completed: 0, passed: 0, atRisk: 0 })
})
