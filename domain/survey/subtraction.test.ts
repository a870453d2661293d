import { describe, expect, it } from 'vitest'
import { type Asking, couldBeSubtracted } from './subtraction'
import { templateQuestions } from './templates'

let count = 0
const newId = () => `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`
const asking = (over: Partial<Asking> = {}): Asking => ({
  groups: ['cohort-1'],
  questions: templateQuestions('reaction', newId),
  opensOn: '2026-03-01',
  ...over,
})

describe('two surveys could be subtracted from each other', () => {
  it('if they ask the same of the same people on the same days', () => {
    expect(couldBeSubtracted(asking(), asking({ groups: ['cohort-2', 'cohort-1'], opensOn: '2026-03-30' }))).toBe(true)
    expect(couldBeSubtracted(asking({ opensOn: '2026-03-30' }), asking())).toBe(true)
  })

  it('if they have more than two people in common, also of different groups', () => {
    const otherCohort = asking({ groups: ['cohort-2'] })
    expect(couldBeSubtracted(asking(), otherCohort, 3)).toBe(true)
    expect(couldBeSubtracted(asking(), otherCohort, 2)).toBe(false)
  })

  it.each([
    ['the first has closed when the second opens', { opensOn: '2026-03-31' }],
    ['they ask other people', { groups: ['cohort-2'] }],
    ['they ask other questions', { questions: templateQuestions('later-3', newId) }],
    [
      'the wording of each question was changed',
      { questions: asking().questions.map(({ template: _, ...rest }) => rest) },
    ],
  ])('but not if %s', (_, over) => {
    expect(couldBeSubtracted(asking(), asking(over))).toBe(false)
    if (!('groups' in over)) expect(couldBeSubtracted(asking(), asking(over), 40)).toBe(false)
  })
})
