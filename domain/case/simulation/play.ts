import type { Choice, Simulation, SimulationNode } from './simulation'
import { apply, meets, type State, startState } from './state'

/** A choice that was made, with the state around it. */
export type Step = { node: string; choice: string; before: State; after: State }

/** The current position of a play. Exactly one of `node` and `ending` is null. */
export type Play = {
  node: string | null
  ending: string | null
  state: State
  /** The documents that are open, in the order in which they came, with the minute of the story. */
  opened: readonly { document: string; minutes: number }[]
  steps: readonly Step[]
}

/** Why a choice was not taken: the play has ended, or the choice is not offered at its position. */
export type Refusal = 'ended' | 'not-offered'

export function begin(simulation: Simulation): Play {
  const state = startState(simulation)
  return arrive(simulation, { node: null, ending: null, state, opened: [], steps: [] }, simulation.start.node)
}

/** The choices that are offered at the position of a play. */
export function offered(simulation: Simulation, play: Pick<Play, 'node' | 'state'>): Choice[] {
  const node = nodeOf(simulation, play.node)
  return node ? node.choices.filter(({ when }) => meets(play.state, when, simulation.start.at)) : []
}

export function decide(simulation: Simulation, play: Play, choiceId: string): Play | Refusal {
  if (play.node === null) return 'ended'
  const choice = offered(simulation, play).find(({ id }) => id === choiceId)
  if (!choice) return 'not-offered'
  const state = apply(play.state, choice.effects, simulation.start.at)
  const opened = open(play.opened, choice.consequence, state)
  const steps = [...play.steps, { node: play.node, choice: choiceId, before: play.state, after: state }]
  return arrive(simulation, { ...play, state, opened, steps }, routeOf(simulation, choice, state))
}

/**
 * The play that these choices make.
 *
 * @throws if they do not fit the simulation, which a stored run of the same release always does
 */
export function replay(simulation: Simulation, choices: readonly string[]): Play {
  return choices.reduce<Play>((play, choice, index) => {
    const after = decide(simulation, play, choice)
    if (typeof after === 'string') throw new Error(`${simulation.id}: step ${index + 1}, ${choice}: ${after}`)
    return after
  }, begin(simulation))
}

export function nodeOf({ nodes }: Simulation, id: string | null): SimulationNode | null {
  return nodes.find((node) => node.id === id) ?? null
}

/** Where a choice leads in a state; null if no route is open, which the content check refuses. */
export function routeOf({ start }: Simulation, { next }: Choice, state: State): string | null {
  if (typeof next === 'string') return next
  return next.find(({ when }) => meets(state, when, start.at))?.to ?? null
}

function arrive(simulation: Simulation, play: Play, target: string | null): Play {
  const node = nodeOf(simulation, target)
  if (!node) return { ...play, node: null, ending: target }
  const arriving = (node.opens ?? []).flatMap((entry) => {
    if (typeof entry === 'string') return entry
    return meets(play.state, entry.when, simulation.start.at) ? entry.document : []
  })
  const opened = arriving.reduce((all, document) => open(all, document, play.state), play.opened)
  return { ...play, node: node.id, ending: null, opened }
}

function open(opened: Play['opened'], document: string, { minutes }: State): Play['opened'] {
  return opened.some((each) => each.document === document) ? opened : [...opened, { document, minutes }]
}
