import { expect, it } from 'vitest'
import { gridFile } from '@/tests/support/grid-files'
import type { CaseDocument } from '../case/case-text'
import { gridEffort, planEffort, simulationEffort } from './effort'

const paper = (words: number, facts: number): CaseDocument => ({
  id: 'd',
  kind: 'report',
  title: 'Report',
  blocks: [
    { kind: 'paragraph', parts: [{ kind: 'text', text: 'word '.repeat(words) }] },
    ...Array.from({ length: facts }, (_, n) => ({
      kind: 'paragraph' as const,
      parts: [{ kind: 'fact' as const, id: `F${n + 1}`, parts: [] }],
    })),
  ],
})

it('counts reading, questions and facts of a grid, in steps of five minutes', () => {
  const file = gridFile({ guidance: 'none' })
  // 8 questions take 8 minutes.
  expect(gridEffort(file, [paper(0, 0)]).minutes).toBe(10)
  expect(gridEffort(file, [paper(600, 0)]).minutes).toBe(15)
  expect(gridEffort(file, [paper(600, 28)]).minutes).toBe(20)
})

it('calls a grid easy whose solution is shown, and others by the number of their papers', () => {
  const level = (guidance: 'worked' | 'partial' | 'none', papers: number) =>
    gridEffort(
      gridFile({ guidance }),
      Array.from({ length: papers }, () => paper(1, 0)),
    ).difficulty
  expect([level('worked', 6), level('partial', 6)]).toEqual(['easy', 'easy'])
  expect([3, 4, 5].map((papers) => level('none', papers))).toEqual(['easy', 'medium', 'fine'])
})

it('takes the minutes of a simulation from its author, and its difficulty from the number of decisions', () => {
  const reference = (length: number) => Array.from({ length }, () => ({ node: 'n', choice: 'c' }))
  expect([6, 7, 8].map((length) => simulationEffort({ minutes: 25, reference: reference(length) }))).toEqual([
    { minutes: 25, difficulty: 'easy' },
    { minutes: 25, difficulty: 'medium' },
    { minutes: 25, difficulty: 'fine' },
  ])
})

it('counts the steps that a referral calls for', () => {
  const rules = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      id: `r${n}`,
      step: `s${n}`,
      need: 'must',
      when: {},
      actors: [],
      times: [],
      priority: n,
      why: { ar: '', fr: '', en: '' },
      cites: [],
    }))
  const profile = { story: { ar: 'قصة', fr: '', en: '' }, facts: { stage: 'found' } } as never
  const effort = (count: number) => planEffort({ rules: rules(count), actors: [] } as never, profile)
  expect(effort(4)).toEqual({ minutes: 5, difficulty: 'easy' })
  expect(effort(14)).toEqual({ minutes: 10, difficulty: 'medium' })
  expect(effort(20)).toEqual({ minutes: 15, difficulty: 'fine' })
})
