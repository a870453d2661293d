import fc from 'fast-check'
import { expect, it } from 'vitest'
import { singleChoice } from '@/tests/support/course-factories'
import { chooseCards, FEWEST, MOST } from './choose-cards'

/** A course with five objectives in four lessons, each objective in all of them. */
const FORMS = Array.from({ length: 40 }, (_, index) => ({
  after: `q${index}`,
  question: singleChoice({ id: `s${index}`, objective: `o${index % 5}`, reread: `l${Math.floor(index / 5) % 4}#act` }),
}))
const choose = (missed: readonly string[], seed = 'person', forms = FORMS) =>
  chooseCards(forms, { missed: new Set(missed), seed }).map(({ question }) => question.id)

it('chooses the same for the same person, and other questions for another', () => {
  expect(choose([])).toEqual(choose([]))
  expect(choose([])).not.toEqual(choose([], 'another'))
  expect(choose([], 'person', FORMS.toReversed())).toEqual(choose([]))
})

it('takes the missed questions first, and more questions if more were missed', () => {
  const missed = ['q3', 'q8', 'q13']
  expect(choose(missed).slice(0, 3).toSorted()).toEqual(['s13', 's3', 's8'])
  expect(choose(missed)).toHaveLength(FEWEST)
  expect(choose(FORMS.slice(0, 14).map(({ after }) => after))).toHaveLength(14)
  expect(choose(FORMS.map(({ after }) => after))).toHaveLength(MOST)
})

it('spreads them over objectives and lessons', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const chosen = chooseCards(FORMS, { missed: new Set(), seed })
      const counts = (names: readonly string[]) =>
        [...new Set(names)].map((name) => names.filter((each) => each === name).length)
      const objectives = counts(chosen.map(({ question }) => question.objective))
      const lessons = counts(chosen.map(({ question }) => question.reread))
      expect(objectives).toHaveLength(5)
      expect(Math.max(...objectives) - Math.min(...objectives)).toBeLessThanOrEqual(1)
      expect(lessons).toHaveLength(4)
    }),
  )
})

it('asks no question twice, and takes all of a course with few', () => {
  expect(new Set(choose(['q1'])).size).toBe(FEWEST)
  expect(choose(['q1'], 'person', FORMS.slice(0, 5))).toHaveLength(5)
  expect(choose([], 'person', [])).toEqual([])
})
