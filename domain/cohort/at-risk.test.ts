import { describe, expect, it } from 'vitest'
import { courseToRemindOf, type Progress, progressOfAll, situationOf, situationOfAll, totalsOf } from './at-risk'

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
  ['passed with her last attempt', { lessonsDone: 9, attemptsLeft: 0, passed: true, certified: true }, 'certified'],
  ['has passed and had her certificate revoked', { lessonsDone: 9, attemptsLeft: 0, passed: true }, 'passed'],
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

describe('several courses together', () => {
  const read = progress({ lessonsDone: 9 })
  const passed = progress({ lessonsDone: 9, passed: true, certified: true })
  const revoked = { ...passed, certified: false }
  const ungraded = progress({ attemptsLeft: null })
  const ungradedRead = progress({ attemptsLeft: null, lessonsDone: 9 })

  it.each<[string, Progress[], string]>([
    ['has passed all', [passed, passed], 'certified'],
    ['has passed all, and read what has no exam', [passed, ungradedRead], 'certified'],
    ['has passed all, and had one certificate revoked', [passed, revoked], 'passed'],
    ['has passed one of two', [passed, progress()], 'on-track'],
    ['has passed all exams but not read the last course', [passed, ungraded], 'on-track'],
    ['has one exam before her', [read, progress({ lessonsDone: 0 })], 'ready'],
    ['has begun none', [progress({ lessonsDone: 0 }), progress({ lessonsDone: 0 })], 'not-started'],
    ['has no attempt left in one', [progress({ attemptsLeft: 0 }), progress()], 'out-of-attempts'],
    ['passed with her last attempt, and goes on', [{ ...passed, attemptsLeft: 0 }, progress()], 'on-track'],
    ['has let a day of the second pass', [passed, progress({ overdue: 1 })], 'late'],
    ['worked on one yesterday', [progress({ lastActiveMs: daysAgo(30) }), progress()], 'on-track'],
  ])('who %s', (_, courses, situation) => {
    expect(situationOfAll(courses, now)).toBe(situation)
  })

  it('are passed when every exam is, and never without an exam', () => {
    expect(progressOfAll([passed, progress()]).passed).toBe(false)
    expect(progressOfAll([passed, ungraded]).passed).toBe(true)
    expect(progressOfAll([ungradedRead, ungradedRead])).toMatchObject({ passed: false, certified: false })
    expect(progressOfAll([read])).toBe(read)
  })

  it('give a reminder the first course that its reason applies to', () => {
    const [first, second] = [
      { ...passed, id: 1 },
      { ...progress({ overdue: 1 }), id: 2 },
    ]
    const third = { ...read, id: 3 }
    const of = (why: Parameters<typeof courseToRemindOf>[1]) => courseToRemindOf([first, second, third], why)?.id
    expect(of('late')).toBe(2)
    expect(of('ready')).toBe(3)
    expect(of('inactive')).toBe(2)
    expect(courseToRemindOf([first], 'inactive')?.id).toBe(1)
  })
})
