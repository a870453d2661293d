import fc from 'fast-check'
import { ELEMENTS, type GridFile } from '@/domain/case/grid-file'
import { verdictOf } from '@/domain/case/qualify'
import { CIRCUMSTANCE_IDS } from '@/domain/case/trafficking-penalties'
import type { GridAnswers } from '@/domain/practice/grid-answers'
import { choicesOf, referenceOf } from '@/domain/practice/grid-answers'
import { localized } from './course-factories'

const reasoned = { supports: [], contradicts: [], feedback: localized('why'), cites: ['cp-448-1#1'] }
const readings = [
  { text: localized('one reading'), cites: ['cp-448-1#4'] },
  { text: localized('another'), cites: ['cp-448-1#2'] },
]

/** A file about a child who is made to beg, in which every element is made out. */
export function gridFile(overrides: Partial<GridFile> = {}): GridFile {
  return {
    id: 'begging-child',
    kind: 'grid',
    order: 1,
    revision: 1,
    lawDate: '2025-12-08',
    title: localized('title'),
    lead: localized('lead'),
    keywords: [],
    form: 'begging',
    guidance: 'none',
    victim: { minor: true },
    verdict: 'trafficking',
    elements: {
      act: { ...reasoned, value: 'made-out', supports: ['F1', 'F2'] },
      means: { ...reasoned, value: 'not-required', supports: ['F3'] },
      purpose: {
        ...reasoned,
        value: 'made-out',
        aim: 'begging',
        others: ['forced-labour'],
        supports: ['F4'],
        contradicts: ['F5'],
      },
      threshold: {
        ...reasoned,
        value: 'unsettled',
        effects: { will: 'made-out', freedom: 'made-out', dignity: 'made-out' },
        supports: ['F6'],
        readings,
      },
      aggravation: {
        ...reasoned,
        value: 'made-out',
        circumstances: ['minor-victim'],
        others: ['gang'],
        supports: ['F3'],
      },
      qualification: {
        ...reasoned,
        value: 'trafficking',
        others: [{ id: 'child-in-begging', text: localized('other'), cites: ['cp-328#1'] }],
      },
    },
    reasons: localized('reasons'),
    ...overrides,
  }
}

/** The answers of the reference, with its facts. */
export function perfectAnswers(file: GridFile): GridAnswers {
  return Object.fromEntries(
    ELEMENTS.map((element) => {
      const { supports, contradicts } = file.elements[element]
      return [element, { values: [...referenceOf(file, element)], supports, contradicts, certainty: null }]
    }),
  )
}

const found = fc.constantFrom('made-out' as const, 'not-made-out' as const, 'undecided' as const)

/** Any file with 4 to 30 facts. The checks of the content may accept its solution or not. */
export const anyGrid = fc.integer({ min: 4, max: 30 }).chain((facts) => {
  const ids = Array.from({ length: facts }, (_, index) => `F${index + 1}`)
  const sides = fc
    .subarray(ids, { maxLength: Math.floor(facts / 2) })
    .chain((named) =>
      fc
        .nat(named.length)
        .map((cut) => ({ ...reasoned, supports: named.slice(0, cut), contradicts: named.slice(cut) })),
    )
  return fc
    .record({
      minor: fc.boolean(),
      act: found,
      means: found,
      purpose: found,
      effects: fc.record({ will: found, freedom: found, dignity: found }),
      circumstances: fc.subarray([...CIRCUMSTANCE_IDS], { maxLength: 3 }),
      sides: fc.tuple(sides, sides, sides, sides, sides, sides),
    })
    .map(({ minor, act, means, purpose, effects, circumstances, sides: [a, m, p, t, g, q] }) => {
      const others = CIRCUMSTANCE_IDS.filter((id) => !circumstances.includes(id)).slice(0, 3)
      const elements: GridFile['elements'] = {
        act: { ...a, value: act },
        means: { ...m, value: minor ? 'not-required' : means },
        purpose: {
          ...p,
          value: purpose,
          ...(purpose === 'made-out' && { aim: 'begging' as const }),
          others: ['servitude'],
        },
        threshold: {
          ...t,
          effects,
          ...(minor ? { value: 'unsettled' as const, readings } : { value: effects.will }),
        },
        aggravation: { ...g, value: circumstances.length > 0 ? 'made-out' : 'not-made-out', circumstances, others },
        qualification: { ...gridFile().elements.qualification, ...q },
      }
      const verdict = verdictOf({ victim: { minor }, elements })
      const value = { trafficking: 'trafficking', 'not-trafficking': 'none', doubtful: 'unsettled' }[verdict]
      const qualification = { ...elements.qualification, value, ...(value === 'unsettled' && { readings }) }
      const file = gridFile({ victim: { minor }, verdict, elements: { ...elements, qualification } })
      return { file, facts, ids }
    })
})

/** Any answers to a file, as its form could send them. */
export function anyAnswers({ file, ids }: { file: GridFile; ids: readonly string[] }): fc.Arbitrary<GridAnswers> {
  const marks = ELEMENTS.map((element) =>
    fc.record({
      values: fc
        .tuple(
          ...choicesOf(file, element).map((choice) =>
            fc.subarray([...choice.ids], { maxLength: choice.single ? 1 : 4 }),
          ),
        )
        .map((groups) => groups.flat()),
      supports: fc.subarray([...ids]),
      contradicts: fc.subarray([...ids]),
      certainty: fc.constant(null),
    }),
  )
  return fc
    .tuple(...marks)
    .map((all) => Object.fromEntries(ELEMENTS.map((element, place) => [element, all[place]])) as GridAnswers)
}
