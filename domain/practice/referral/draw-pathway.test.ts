import { expect, it } from 'vitest'
import { drawPathway } from './draw-pathway'

const STEPS = [
  { name: 'Order the measures that protect the person’s safety at once', note: 'protect', state: 'planned' as const },
  { name: 'Hear the person', note: 'proceed', state: 'missing' as const },
]

it('draws the steps from top to bottom, mirrored for Arabic', () => {
  const { width, steps, line } = drawPathway(STEPS, false)
  const mirrored = drawPathway(STEPS, true)
  expect(steps.map(({ number }) => number)).toEqual([1, 2])
  expect(steps[1]?.mark.y).toBeGreaterThan(steps[0]?.words.noteY ?? 0)
  expect(mirrored.line.x).toBe(width - line.x)
  expect(mirrored.steps.map(({ words }) => words.x)).toEqual(steps.map(({ words }) => width - words.x))
})

it('breaks a long name between words and loses none', () => {
  const [first] = drawPathway(STEPS, false).steps
  expect(first?.lines.length).toBeGreaterThan(1)
  expect(first?.lines.join(' ')).toBe(STEPS[0]?.name)
})

it('draws nothing of an empty plan', () => {
  expect(drawPathway([], false).steps).toEqual([])
})
