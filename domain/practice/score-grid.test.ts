import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAnswers, anyGrid, gridFile, perfectAnswers } from '@/tests/support/grid-files'
import { ELEMENTS } from '../case/grid-file'
import { qualify } from '../case/qualify'
import type { GridAnswers } from './grid-answers'
import { scoreGrid } from './score-grid'

const FACTS = 12
const FILES = { numRuns: 1000 }
const answersTo = anyGrid.chain((grid) => anyAnswers(grid).map((answers) => ({ ...grid, answers })))
const shareOf = (answers: GridAnswers) => scoreGrid(gridFile(), FACTS, answers).share
const scoreOf = (answers: GridAnswers, element: string, file = gridFile()) =>
  scoreGrid(file, FACTS, answers).elements.find((score) => score.element === element)

describe('over generated files', () => {
  it('never raises the score for a fact that proves nothing', () => {
    fc.assert(
      fc.property(
        answersTo,
        fc.constantFrom(...ELEMENTS),
        fc.constantFrom('supports' as const, 'contradicts' as const),
        fc.nat(),
        (given, element, side, pick) => {
          const { supports, contradicts } = given.file.elements[element]
          const mark = given.answers[element]
          const idle = given.ids.filter(
            (id) => !supports.includes(id) && !contradicts.includes(id) && !mark?.[side].includes(id),
          )
          const fact = idle[pick % Math.max(idle.length, 1)]
          if (!fact || !mark) return
          const more = { ...given.answers, [element]: { ...mark, [side]: [...mark[side], fact] } }

          expect(scoreGrid(given.file, given.facts, more).share).toBeLessThanOrEqual(
            scoreGrid(given.file, given.facts, given.answers).share + 1e-12,
          )
        },
      ),
      FILES,
    )
  })

  it('does not depend on the order of facts', () => {
    fc.assert(
      fc.property(answersTo, ({ file, facts, answers }) => {
        const turned = Object.fromEntries(
          Object.entries(answers).map(([element, mark]) => [
            element,
            { ...mark, supports: mark.supports.toReversed(), contradicts: mark.contradicts.toReversed() },
          ]),
        )
        const elements = Object.fromEntries(
          Object.entries(file.elements).map(([element, held]) => [
            element,
            { ...held, supports: held.supports.toReversed(), contradicts: held.contradicts.toReversed() },
          ]),
        ) as typeof file.elements

        expect(scoreGrid({ ...file, elements }, facts, turned).share).toBeCloseTo(
          scoreGrid(file, facts, answers).share,
          12,
        )
      }),
      FILES,
    )
  })

  it('gives nothing for marking every fact of a side, or of both', () => {
    const sides = fc.constantFrom(['supports'], ['contradicts'], ['supports', 'contradicts'])
    fc.assert(
      fc.property(anyGrid, sides, ({ file, facts, ids }, everything) => {
        const none = Object.fromEntries(
          Object.entries(perfectAnswers(file)).map(([element, mark]) => [
            element,
            { ...mark, supports: [], contradicts: [] },
          ]),
        )
        const all = Object.fromEntries(
          Object.entries(none).map(([element, mark]) => [
            element,
            { ...mark, ...Object.fromEntries(everything.map((side) => [side, ids])) },
          ]),
        )

        expect(scoreGrid(file, facts, all as GridAnswers).share).toBeCloseTo(
          scoreGrid(file, facts, none as GridAnswers).share,
          12,
        )
      }),
      FILES,
    )
  })

  it('never qualifies by age alone', () => {
    fc.assert(
      fc.property(anyGrid, ({ file: { elements, victim } }) => {
        const found = {
          act: elements.act.value,
          means: elements.means.value,
          purpose: elements.purpose.value,
          effects: elements.threshold.effects,
        }
        const ofChild = qualify({ ...found, minor: true })

        if (found.act !== 'made-out' || found.purpose !== 'made-out') expect(ofChild).not.toBe('trafficking')
        if (qualify({ ...found, minor: false }) === 'trafficking') expect(ofChild).toBe('trafficking')
        expect(victim.minor && elements.means.value !== 'not-required').toBe(false)
      }),
      FILES,
    )
  })

  it('gives the full score to the reference, and keeps every score between 0 and 1', () => {
    fc.assert(
      fc.property(answersTo, ({ file, facts, answers }) => {
        const { share, elements } = scoreGrid(file, facts, answers)
        const perfect = scoreGrid(file, facts, perfectAnswers(file))

        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(perfect.share).toBeCloseTo(1, 12)
        expect(perfect.elements.every(({ outcome }) => outcome === 'right' || outcome === 'open')).toBe(true)
        expect(elements.every(({ points, outOf }) => points <= outOf)).toBe(true)
      }),
      FILES,
    )
  })
})

it('earns nothing without an answer', () => {
  expect(shareOf({})).toBe(0)
  expect(scoreGrid(gridFile(), FACTS, {}).elements.map(({ outcome }) => outcome)).toEqual([
    'unanswered',
    'unanswered',
    'unanswered',
    'open',
    'unanswered',
    'unanswered',
  ])
})

it('tells which facts were found, were missed, and prove nothing', () => {
  const mark = { values: ['made-out'], supports: ['F1', 'F9'], contradicts: [], certainty: null }

  expect(scoreOf({ act: mark }, 'act')).toMatchObject({
    outcome: 'partly',
    found: ['F1'],
    missed: ['F2'],
    beside: ['F9'],
  })
})

it('gives nothing for facts with the wrong value', () => {
  const mark = { values: ['not-made-out'], supports: ['F1', 'F2'], contradicts: [], certainty: null }

  expect(scoreOf({ act: mark }, 'act')).toMatchObject({ outcome: 'wrong', points: 0, outOf: 2 })
})

it.each([
  ['not-required', 'right'],
  ['made-out', 'beside'],
  ['not-made-out', 'beside'],
  ['undecided', 'wrong'],
])('in the means of a child, %s is %s', (value, outcome) => {
  const mark = { values: [value], supports: ['F3'], contradicts: [], certainty: null }

  expect(scoreOf({ means: mark }, 'means')?.outcome).toBe(outcome)
})

it('does not count an unsettled element, whatever the answer', () => {
  const perfect = perfectAnswers(gridFile())
  const threshold = { values: ['will:not-made-out'], supports: ['F9'], contradicts: ['F6'], certainty: null }

  expect(scoreOf({ threshold }, 'threshold')).toMatchObject({ outcome: 'open', outOf: 0 })
  expect(shareOf({ ...perfect, threshold })).toBe(shareOf(perfect))
})

it('counts the three effects of the threshold one by one for an adult', () => {
  const { threshold, means } = gridFile().elements
  const { readings: _, ...rest } = threshold
  const file = gridFile({
    victim: { minor: false },
    elements: {
      ...gridFile().elements,
      means: { ...means, value: 'made-out' },
      threshold: { ...rest, value: 'made-out' },
    },
  })
  const mark = {
    values: ['will:made-out', 'freedom:made-out', 'dignity:undecided'],
    supports: ['F6'],
    contradicts: [],
    certainty: null,
  }

  expect(scoreOf({ threshold: mark }, 'threshold', file)).toMatchObject({ outcome: 'partly', outOf: 2 })
  expect(scoreOf({ threshold: mark }, 'threshold', file)?.points).toBeCloseTo(4 / 3)
})

it('says what her own answers lead to, and nothing while one is missing', () => {
  const perfect = perfectAnswers(gridFile())
  const { act: _, ...withoutAct } = perfect
  const purpose = { ...perfect.purpose, values: ['not-made-out'], supports: [], contradicts: [], certainty: null }

  expect(scoreGrid(gridFile(), FACTS, perfect).leadsTo).toBe('trafficking')
  expect(scoreGrid(gridFile(), FACTS, { ...perfect, purpose }).leadsTo).toBe('not-trafficking')
  expect(scoreGrid(gridFile(), FACTS, withoutAct).leadsTo).toBeNull()
})
