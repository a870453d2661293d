import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseMinutes, trainingHours } from './duration'

describe('courseMinutes', () => {
  const lessons = [{ file: { minutes: 15 } }, { file: { minutes: 20 } }]

  it('counts the lessons and the exam', () => {
    expect(courseMinutes({ file: { examMinutes: 30 }, lessons })).toBe(65)
  })

  it('counts the lessons alone where nothing is graded', () => {
    expect(courseMinutes({ file: {}, lessons })).toBe(35)
  })
})

describe('trainingHours', () => {
  it.each([
    [5, 0.5],
    [30, 0.5],
    [44, 0.5],
    [45, 1],
    [110, 2],
    [172, 3],
    [189, 3],
    [195, 3.5],
  ])('makes of %i minutes %f hours', (minutes, hours) => {
    expect(trainingHours(minutes)).toBe(hours)
  })

  it('is at most a quarter of an hour away from a course of fifteen minutes and more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 6_000 }), (minutes) => {
        expect(Math.abs(trainingHours(minutes) * 60 - minutes)).toBeLessThanOrEqual(15)
      }),
    )
  })
})
