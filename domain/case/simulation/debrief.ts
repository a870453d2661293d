import { nodeOf, offered, type Play, replay } from './play'
import type { Choice, Simulation } from './simulation'
import type { State } from './state'

/** A step of the reader beside what the authors would have done there. */
export type DebriefStep = {
  node: string
  minutes: number
  taken: Choice
  /** The authors' choice at this point; null if their path does not come here. */
  reference: Choice | null
  /** What was offered and not taken, in the order of the file. */
  others: readonly Choice[]
}

export type Debrief = {
  steps: readonly DebriefStep[]
  /** The points of the reference path that the reader did not come to. */
  missed: readonly { node: string; choice: Choice }[]
  state: State
  referenceState: State
  /** How many of her choices are those of the authors. */
  same: number
}

/** The debrief of a play that has ended; null while it goes on. */
export function debriefOf(simulation: Simulation, play: Play): (Debrief & { ending: string }) | null {
  return play.ending === null ? null : { ...debriefSoFar(simulation, play), ending: play.ending }
}

/** The same for a play that may have stopped half-way. It reveals what was to come: only a debrief may show it. */
export function debriefSoFar(simulation: Simulation, play: Play): Debrief {
  const authors = new Map(simulation.reference.map(({ node, choice }) => [node, choice]))
  const steps = play.steps.map((step) => {
    const choices = nodeOf(simulation, step.node)?.choices ?? []
    const taken = pick(choices, step.choice)
    const reference = authors.has(step.node) ? pick(choices, authors.get(step.node)) : null
    const others = offered(simulation, { node: step.node, state: step.before }).filter(({ id }) => id !== taken.id)
    return { node: step.node, minutes: step.before.minutes, taken, reference, others }
  })
  const been = new Set(play.steps.map(({ node }) => node))
  const missed = simulation.reference.flatMap(({ node, choice }) =>
    been.has(node) ? [] : { node, choice: pick(nodeOf(simulation, node)?.choices ?? [], choice) },
  )
  const path = replay(
    simulation,
    simulation.reference.map(({ choice }) => choice),
  )
  return {
    steps,
    missed,
    state: play.state,
    referenceState: path.state,
    same: steps.filter(({ taken, reference }) => taken.id === reference?.id).length,
  }
}

/** @throws if there is no such choice, which the content check refuses */
function pick(choices: readonly Choice[], id: string | undefined): Choice {
  const choice = choices.find((each) => each.id === id)
  if (!choice) throw new Error(`no choice ${id}`)
  return choice
}
