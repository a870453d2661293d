import { describe, expect, it } from 'vitest'
import { explore } from './explore'
import { graphFaults } from './graph-faults'
import { SAMPLE_DOCUMENTS, sampleChoice, sampleSimulation } from './sample-simulation'
import type { Simulation, SimulationNode } from './simulation'

const sample = sampleSimulation()
const [call, door] = sample.nodes as [SimulationNode, SimulationNode]

const messagesOf = (change: Partial<Simulation>, documents = SAMPLE_DOCUMENTS) =>
  graphFaults(sampleSimulation(change), documents).map(({ key, message }) => `${key}: ${message}`)
const withDoor = (change: Partial<SimulationNode>) => messagesOf({ nodes: [call, { ...door, ...change }] })
const [protect, leave, hurry] = door.choices as [
  (typeof door.choices)[0],
  (typeof door.choices)[0],
  (typeof door.choices)[0],
]

describe('exploring', () => {
  it('sees every node, choice, ending and document of the sample', () => {
    const seen = explore(sample)
    expect(seen).toMatchObject({ situations: 3, choicesTaken: 7, shortest: 2, longest: 2, cut: false, deadEnds: [] })
    expect([...seen.choices]).toHaveLength(5)
    expect(seen.documents).toEqual(SAMPLE_DOCUMENTS)
  })

  it('says when its bound cuts it short', () => {
    expect(explore(sample, 1)).toMatchObject({ situations: 1, cut: true })
  })
})

describe('the graph of a simulation', () => {
  it('finds nothing in the sample', () => {
    expect(graphFaults(sample, SAMPLE_DOCUMENTS)).toEqual([])
  })

  it('finds a choice that leads nowhere and a start that is no node', () => {
    expect(withDoor({ choices: [protect, { ...leave, next: 'nowhere' }, hurry] })).toEqual([
      'nodes.1.choices.1.next: the choice leads to “nowhere”, which is neither node nor ending',
    ])
    expect(messagesOf({ start: { ...sample.start, node: 'safe' } })).toEqual([
      'start.node: the story begins at “safe”, which is no node',
    ])
  })

  it('finds a document that is in no language file, and one that is never opened', () => {
    expect(withDoor({ opens: ['missing'] })[0]).toBe(
      'nodes.1.opens.0: there is no :::document{id="missing"} in the language files',
    )
    expect(messagesOf({}, new Set([...SAMPLE_DOCUMENTS, 'letter']))).toEqual([
      'nodes: the document “letter” is never opened',
    ])
  })

  it('finds ids that are used twice', () => {
    expect(withDoor({ choices: [protect, { ...leave, id: 'protect' }, hurry] })[0]).toContain(
      '“protect” names more than one choice of door',
    )
    expect(messagesOf({ endings: [...sample.endings, { ...sample.endings[0], id: 'door' } as never] })[0]).toContain(
      '“door”',
    )
  })

  it('finds a circle', () => {
    expect(withDoor({ choices: [protect, { ...leave, next: 'call' }, hurry] })).toEqual([
      'nodes.0: the story comes back to where it was, so that a path may never end: call → door → call',
    ])
  })

  it('finds a dead end: nothing to choose, or no open route', () => {
    const never = { has: ['never'] }
    expect(withDoor({ choices: [{ ...protect, when: never }, { ...leave, when: never }, hurry] })[0]).toMatch(
      /^nodes\.1: nothing can be chosen here, along call\/wait/,
    )
    const routes = [
      { when: never, to: 'safe' },
      { when: never, to: 'unsafe' },
    ]
    expect(withDoor({ choices: [{ ...protect, next: routes }, leave, hurry] })[0]).toMatch(
      /^nodes\.1: after protect no route is open, along call\/go → door\/protect/,
    )
  })

  it('finds a decision that is none', () => {
    expect(withDoor({ choices: [{ ...protect, when: { has: ['went'] } }, leave, hurry] })).toEqual([
      'nodes.1: in some situation a single choice is offered here, which is no decision',
    ])
  })

  it('finds what no path leads to: a node, an ending, a choice', () => {
    const island = { ...door, id: 'island', choices: [sampleChoice('go', 'safe'), sampleChoice('wait', 'safe')] }
    expect(messagesOf({ nodes: [call, door, island] })).toEqual(['nodes.2: no path leads to the node “island”'])
    expect(messagesOf({ endings: [...sample.endings, { ...sample.endings[0], id: 'third' } as never] })).toEqual([
      'endings.2: no path leads to the ending “third”',
    ])
    expect(withDoor({ choices: [protect, leave, { ...hurry, when: { before: '2026-02-04T23:00' } }] })[0]).toBe(
      'nodes.1.choices.2: the choice “hurry” is never offered',
    )
  })

  it('finds a reference path that is not possible or does not end', () => {
    const reference = (path: [string, string][]) =>
      messagesOf({ reference: path.map(([node, choice]) => ({ node, choice })) })
    expect(
      reference([
        ['call', 'wait'],
        ['door', 'hurry'],
      ]),
    ).toEqual(['reference.1: on the reference path “hurry” is not offered at “door”'])
    expect(reference([['door', 'protect']])[0]).toContain('goes on at “door”, but the story stands at “call”')
    expect(reference([['call', 'go']])[0]).toContain('does not end')
    expect(
      reference([
        ['call', 'go'],
        ['door', 'leave'],
        ['door', 'leave'],
      ])[0],
    ).toContain('but the story has ended')
  })

  it('finds a moment before the beginning, and an effect on a level that does not exist', () => {
    expect(withDoor({ choices: [protect, { ...leave, effects: { until: '2026-02-01T08:00' } }, hurry] })[0]).toContain(
      'is not after the beginning',
    )
    expect(withDoor({ choices: [protect, { ...leave, effects: { minutes: 5, trust: 1 } }, hurry] })[0]).toContain(
      'trust',
    )
  })
})
