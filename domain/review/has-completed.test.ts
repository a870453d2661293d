import { expect, it } from 'vitest'
import { hasCompleted } from './has-completed'

const passed = [{ passed: false }, { passed: true }]

it.each([
  [true, 'the exam is passed', { attempts: passed, hasExam: true, lessonsDone: true }],
  [
    true,
    'the exam was passed before a release added a lesson',
    { attempts: passed, hasExam: true, lessonsDone: false },
  ],
  [false, 'the exam is ahead', { attempts: [], hasExam: true, lessonsDone: true }],
  [
    false,
    'the exam is failed or under way',
    { attempts: [{ passed: false }, { passed: null }], hasExam: true, lessonsDone: true },
  ],
  [true, 'there is no exam and the lessons are done', { attempts: [], hasExam: false, lessonsDone: true }],
  [false, 'there is no exam and a lesson is open', { attempts: [], hasExam: false, lessonsDone: false }],
])('%s if %s', (completed, _, reading) => {
  expect(hasCompleted(reading)).toBe(completed)
})
