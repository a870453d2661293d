import { expect, it } from 'vitest'
import { gridFile, perfectAnswers } from '@/tests/support/grid-files'
import { ELEMENTS } from '../case/grid-file'
import { answered, choicesOf, gridAnswersSchema, readAnswers } from './grid-answers'

const FACTS = new Set(['F1', 'F2', 'F3'])
const read = (fields: Record<string, string[]>) => readAnswers(gridFile(), FACTS, (name) => fields[name] ?? [])

it('keeps the ids that the file offers, and nothing else', () => {
  const answers = read({
    act: ['made-out', 'not-made-out', '<script>'],
    'act.s': ['F2', 'F99', 'A name that was typed'],
    'act.c': ['F1'],
    'act.k': ['sure'],
    'means.k': ['certainly'],
    purpose: ['organs'],
    qualification: ['child-in-begging'],
    note: ['a sentence'],
  })

  expect(answers).toEqual({
    act: { values: ['made-out'], supports: ['F2'], contradicts: ['F1'], certainty: 'sure' },
    qualification: { values: ['child-in-begging'], supports: [], contradicts: [], certainty: null },
  })
  expect(gridAnswersSchema.parse(answers)).toEqual(answers)
})

it('drops “none” if a circumstance is ticked', () => {
  expect(read({ aggravation: ['none', 'gang'] }).aggravation?.values).toEqual(['gang'])
  expect(read({ aggravation: ['none', 'undecided'] }).aggravation?.values).toEqual(['none'])
})

it('counts an element as answered if each of its questions is answered', () => {
  expect(
    answered(gridFile(), read({ act: ['undecided'], 'means.s': ['F1'], 'threshold.will': ['will:made-out'] })),
  ).toEqual(['act'])
  expect(answered(gridFile(), perfectAnswers(gridFile()))).toEqual([...ELEMENTS])
})

it('offers the same questions whatever is right', () => {
  const file = gridFile()
  const { purpose, aggravation } = file.elements
  const other = gridFile({
    elements: {
      ...file.elements,
      purpose: { ...purpose, aim: 'forced-labour', others: ['begging'] },
      aggravation: { ...aggravation, circumstances: ['gang'], others: ['minor-victim'] },
    },
  })

  expect(ELEMENTS.map((element) => choicesOf(other, element))).toEqual(
    ELEMENTS.map((element) => choicesOf(file, element)),
  )
})
