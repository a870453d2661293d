import { expect, it } from 'vitest'
import { courseToResume, type Resumable } from './resume'

const course = (change: Partial<Resumable> = {}, hour = 10): Resumable => ({
  availability: 'locked',
  lessonsDone: false,
  certified: false,
  mayTakePart: true,
  testWaits: false,
  lastActiveAt: new Date(Date.UTC(2026, 10, 24, hour)),
  ...change,
})
const examUnderWay = course({ availability: 'under-way', lessonsDone: true }, 7)
const examOpen = course({ availability: 'open', lessonsDone: true }, 9)
const reading = course({}, 8)
const coolingDown = course({ availability: 'cooling-down', lessonsDone: true }, 12)

it.each([
  ['an exam under way, before what she read last', [reading, examUnderWay, examOpen], examUnderWay],
  ['what she was at last', [reading, examOpen], examOpen],
  ['what she can do now, before an exam that opens later', [coolingDown, reading], reading],
  ['an exam that opens later, where nothing else is left', [course({ certified: true }), coolingDown], coolingDown],
])('goes on with %s', (_, courses, expected) => {
  expect(courseToResume(courses)).toBe(expected)
})

it('goes on with a course whose test waits, also after the certificate', () => {
  const tested = course({ certified: true, lessonsDone: true, availability: 'passed', testWaits: true })

  expect(courseToResume([coolingDown, tested])).toBe(tested)
})

it.each([
  ['certified', course({ certified: true })],
  ['passed and read', course({ availability: 'passed', lessonsDone: true })],
  ['read, where nothing is graded', course({ availability: 'none', lessonsDone: true })],
  ['out of attempts', course({ availability: 'exhausted', lessonsDone: true })],
  ['closed to her', course({ mayTakePart: false })],
])('has nothing left of a course that is %s', (_, done) => {
  expect(courseToResume([done])).toBeNull()
})

it('goes on with missing lessons even after the exam was passed', () => {
  const passed = course({ availability: 'passed' })

  expect(courseToResume([passed])).toBe(passed)
})
