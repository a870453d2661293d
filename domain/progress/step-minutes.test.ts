import { expect, it } from 'vitest'
import type { LessonStep } from '../course/lesson-steps'
import { stepMinutes } from './step-minutes'

const step = (words: number) => ({ text: Array(words).fill('mot').join(' ') }) as LessonStep

it('gives a step its share of the minutes of the lesson, and at least one', () => {
  const steps = [step(100), step(300), step(1)]

  expect([0, 1, 2].map((place) => stepMinutes(steps, place, 12))).toEqual([3, 9, 1])
  expect(stepMinutes([step(0)], 0, 9)).toBe(1)
})
