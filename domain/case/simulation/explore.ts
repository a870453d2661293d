import { begin, decide, offered, type Play } from './play'
import type { Simulation } from './simulation'

/** The most situations that are explored: many more than the file of an author has. */
export const STATE_BOUND = 20_000

/** A situation in which nothing can be chosen, or a choice after which no route is open. */
export type DeadEnd = { node: string; choice: string | null; path: readonly string[] }

export type Exploration = {
  /** Different situations, each a node with a state. */
  situations: number
  choicesTaken: number
  nodes: ReadonlySet<string>
  /** `node/choice`. */
  choices: ReadonlySet<string>
  endings: ReadonlySet<string>
  documents: ReadonlySet<string>
  deadEnds: readonly DeadEnd[]
  /** Nodes in which only one choice was offered in some situation. */
  forced: ReadonlySet<string>
  shortest: number
  longest: number
  /** True if the bound was reached before everything was seen. */
  cut: boolean
}

/** Plays every choice in every situation, breadth first; equal situations are explored once. */
export function explore(simulation: Simulation, bound = STATE_BOUND): Exploration {
  const seen = new Set<string>()
  const found = {
    nodes: new Set<string>(),
    choices: new Set<string>(),
    endings: new Set<string>(),
    documents: new Set<string>(),
    forced: new Set<string>(),
  }
  const deadEnds: DeadEnd[] = []
  const lengths: number[] = []
  let choicesTaken = 0
  let queue: Play[] = [begin(simulation)]
  while (queue.length > 0 && seen.size < bound) {
    const next: Play[] = []
    for (const play of queue) {
      for (const { document } of play.opened) found.documents.add(document)
      if (play.node === null) {
        lengths.push(play.steps.length)
        if (play.ending !== null) found.endings.add(play.ending)
        continue
      }
      const key = keyOf(play)
      if (seen.has(key) || seen.size >= bound) continue
      seen.add(key)
      found.nodes.add(play.node)
      const choices = offered(simulation, play)
      if (choices.length === 0) deadEnds.push({ node: play.node, choice: null, path: pathOf(play) })
      if (choices.length === 1) found.forced.add(play.node)
      for (const { id } of choices) {
        const after = decide(simulation, play, id)
        if (typeof after === 'string') continue
        choicesTaken += 1
        found.choices.add(`${play.node}/${id}`)
        if (after.node === null && after.ending === null)
          deadEnds.push({ node: play.node, choice: id, path: pathOf(after) })
        else next.push(after)
      }
    }
    queue = next
  }
  const cut = seen.size >= bound
  return {
    ...found,
    situations: seen.size,
    choicesTaken,
    deadEnds,
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
    cut,
  }
}

/** Two plays at the same node in the same state continue alike: opened documents are no condition. */
function keyOf({ node, state }: Play): string {
  return JSON.stringify([node, state])
}

function pathOf({ steps }: Play): string[] {
  return steps.map(({ node, choice }) => `${node}/${choice}`)
}
