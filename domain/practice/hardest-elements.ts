import { ELEMENTS, type ElementId } from '../case/grid-file'
import type { ElementScore } from './score-grid'

/** People are only ever counted in whole groups of this size. */
const GROUP = 5

/** How many people found an element. No number: among five people, a share would reveal how many they were. */
export type Band = 'few' | 'some' | 'most'
export type HardestElements = readonly { element: ElementId; band: Band }[]

/**
 * The elements of a grid from the hardest to the easiest; null if fewer than five people have handed it in. People are
 * counted in whole groups of five, in the order in which they handed in, so that a change between two visits always
 * concerns at least five people. Elements that are not counted in the score are left out.
 *
 * @param people the scores of each person's first attempt, the earliest first.
 */
export function hardestElements(people: readonly (readonly ElementScore[])[]): HardestElements | null {
  const counted = people.slice(0, people.length - (people.length % GROUP))
  if (counted.length === 0) return null
  return ELEMENTS.flatMap((element) => {
    const scores = counted.flatMap((all) => all.filter((score) => score.element === element && score.outOf > 0))
    // Answers that are not scored do not count: the rest may be a smaller group.
    if (scores.length < GROUP) return []
    const share = scores.reduce((sum, { points, outOf }) => sum + points / outOf, 0) / scores.length
    return [{ element, band: bandOf(share) }]
  }).toSorted((a, b) => ORDER.indexOf(a.band) - ORDER.indexOf(b.band))
}

const ORDER: readonly Band[] = ['few', 'some', 'most']

function bandOf(share: number): Band {
  if (share < 1 / 3) return 'few'
  return share < 2 / 3 ? 'some' : 'most'
}
