import { expect, it } from 'vitest'
import { courseSource, yamlSource } from '@/tests/support/course-factories'
import { SAMPLE_DOCUMENTS, sampleSimulation } from '../../case/simulation/sample-simulation'
import type { Simulation } from '../../case/simulation/simulation'
import { simulationGraph } from './simulation-graph'
import type { CaseSource } from './source'

const NO_LIBRARY = {} as never

function caseOf(file: Simulation, documents: Iterable<string> = SAMPLE_DOCUMENTS): CaseSource {
  const path = `courses/x/cases/${file.id}`
  const papers = [...documents].map((id) => ({ id, kind: 'note' as const, title: id, blocks: [] }))
  const prose = { path: `${path}/fr.md`, locale: 'fr' as const, revision: 1, documents: papers }
  return {
    id: file.id,
    path,
    file: yamlSource(`${path}/case.yaml`, file, { '': 1, order: 3, 'nodes.0': 40, nodes: 30 }),
    prose: { fr: { ...prose, facts: [], citations: [], texts: [], unknown: [], faults: [], words: 0 } },
    bodies: {},
    signoff: yamlSource(`${path}/signoff.yaml`, []),
    hashes: {},
  }
}

const messagesOf = (...cases: CaseSource[]) =>
  simulationGraph(courseSource({ cases }), NO_LIBRARY).map(({ path, line, message }) => `${path}:${line} ${message}`)

it('finds nothing in a simulation that can be played', () => {
  expect(messagesOf(caseOf(sampleSimulation()))).toEqual([])
})

it('reports a fault at its line', () => {
  expect(messagesOf(caseOf(sampleSimulation(), [...SAMPLE_DOCUMENTS, 'letter']))).toEqual([
    'courses/x/cases/sample/case.yaml:30 the document “letter” is never opened',
  ])
})

it('requires a different place for each simulation', () => {
  expect(messagesOf(caseOf(sampleSimulation()), caseOf(sampleSimulation({ id: 'other' })))).toEqual([
    'courses/x/cases/other/case.yaml:3 two simulations have the place 1: give each its own',
  ])
})
