import { expect, it } from 'vitest'
import { courseMinutes } from '../course/duration'
import { courseProgress } from './course-progress'
import { minutesLeft } from './minutes-left'

const outline = [
  { id: 'offence', minutes: 15 },
  { id: 'child', minutes: 20 },
]
const file = { examMinutes: 30 }
const locked = { status: 'locked', attemptsLeft: 3 } as const

it('is the length of the course while nothing is done', () => {
  const lessons = outline.map((lesson) => ({ file: lesson }))

  expect(minutesLeft(courseProgress(outline, []), locked, file)).toBe(courseMinutes({ file, lessons }))
})

it('is the exam alone once the lessons are done', () => {
  expect(minutesLeft({ lessonMinutesLeft: 0 }, { status: 'open', attemptsLeft: 3 }, file)).toBe(30)
})

it.each([
  { status: 'passed', attemptsLeft: 2 },
  { status: 'exhausted', attemptsLeft: 0 },
] as const)('leaves the exam out when it is $status', (availability) => {
  expect(minutesLeft({ lessonMinutesLeft: 0 }, availability, file)).toBe(0)
})

it('counts the lessons alone where nothing is graded', () => {
  expect(minutesLeft({ lessonMinutesLeft: 35 }, { status: 'none', attemptsLeft: 0 }, {})).toBe(35)
})
