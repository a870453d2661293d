import { expect, it } from 'vitest'
import { gridFile, perfectAnswers } from '@/tests/support/grid-files'
import { hardestElements } from './hardest-elements'
import { scoreGrid } from './score-grid'

const FACTS = 12
const right = scoreGrid(gridFile(), FACTS, perfectAnswers(gridFile())).elements
const { act: _, ...withoutAct } = perfectAnswers(gridFile())
const noAct = scoreGrid(gridFile(), FACTS, withoutAct).elements
const times = <T>(count: number, item: T) => Array.from({ length: count }, () => item)

it('says nothing of fewer than five people', () => {
  expect(hardestElements(times(4, noAct))).toBeNull()
})

it('puts the hardest element first, in words, and leaves out what is not counted', () => {
  expect(hardestElements([...times(4, noAct), right])).toEqual([
    { element: 'act', band: 'few' },
    { element: 'means', band: 'most' },
    { element: 'purpose', band: 'most' },
    { element: 'aggravation', band: 'most' },
    { element: 'qualification', band: 'most' },
  ])
})

it('does not change for the sixth to the ninth person, whoever they are', () => {
  const five = hardestElements(times(5, right))

  for (const more of [1, 2, 3, 4]) expect(hardestElements([...times(5, right), ...times(more, noAct)])).toEqual(five)
  expect(hardestElements([...times(5, right), ...times(5, noAct)])).not.toEqual(five)
})
