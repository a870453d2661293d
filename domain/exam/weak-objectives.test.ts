import fc from 'fast-check'
import { expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import { weakObjectives } from './weak-objectives'

const OUTLINE = ['framework', 'offence', 'smuggling', 'child']

/** A question on an objective, answered rightly or not. */
function answered(objective: string, right: boolean, reread = 'offence#act') {
  return { question: singleChoice({ objective, reread, correct: ['a'] }), answer: [right ? 'a' : 'b'] }
}

it('names what went below the share that passes, the weakest first, and nothing else', () => {
  const exam = [
    ...[true, true, true, false].map((right) => answered('qualify', right)),
    ...[true, false].map((right) => answered('distinguish', right, 'smuggling#test')),
    answered('child', false, 'child#age'),
  ]

  expect(weakObjectives(exam, 0.7, OUTLINE)).toEqual([
    { objective: 'child', earned: 0, possible: 1, lessons: ['child'] },
    { objective: 'distinguish', earned: 1, possible: 2, lessons: ['smuggling'] },
  ])
})

it('leads to the lessons of what was missed, each once and in the order of the course', () => {
  const exam = [
    answered('protect', false, 'smuggling#b'),
    answered('protect', false, 'offence#a'),
    answered('protect', false, 'offence#c'),
    answered('protect', true, 'child#age'),
    answered('protect', false, 'removed#a'),
  ]

  expect(weakObjectives(exam, 0.7, OUTLINE)).toMatchObject([{ lessons: ['offence', 'smuggling'] }])
})

it('counts a question without an answer as missed', () => {
  expect(weakObjectives([{ ...answered('child', true), answer: null }], 0.5, OUTLINE)).toHaveLength(1)
})

it('finds nothing where all is right, nor where there is no exam', () => {
  const results = fc.array(fc.constantFrom('qualify', 'child'), { maxLength: 8 })
  fc.assert(
    fc.property(results, (objectives) => {
      const exam = objectives.map((objective) => answered(objective, true))
      return weakObjectives(exam, 1, OUTLINE).length === 0
    }),
  )
})
