import { type Exploration, explore, STATE_BOUND } from './explore'
import { begin, decide } from './play'
import type { Choice, Simulation } from './simulation'
import { minutesTo } from './state'

/** Something wrong with a simulation: `key` is its place in case.yaml, as `nodes.2.choices.0.next`. */
export type GraphFault = { key: string; message: string }

/** The documents of a simulation, in the order of its files. */
type Documents = ReadonlySet<string>

/** The faults that make a simulation stop, run in a circle, or leave a part unreachable. */
export function graphFaults(simulation: Simulation, documents: Documents): GraphFault[] {
  const names = [...repeatedIds(simulation), ...unknownIds(simulation, documents), ...momentFaults(simulation)]
  // The checks below play the simulation, which needs every id and moment to be right.
  if (names.length > 0) return names
  const circle = circleIn(simulation)
  if (circle) return [circle]
  const seen = explore(simulation)
  return [
    ...deadEnds(simulation, seen),
    ...unseen(simulation, documents, seen),
    ...referenceFaults(simulation),
    ...(seen.cut ? [{ key: 'nodes', message: `more than ${STATE_BOUND} different situations: use fewer marks` }] : []),
  ]
}

function repeatedIds({ nodes, endings, stages }: Simulation): GraphFault[] {
  const lists = [
    { ids: [...nodes.map(({ id }) => id), ...endings.map(({ id }) => id)], key: 'nodes', of: 'node or ending' },
    { ids: stages.map(({ id }) => id), key: 'stages', of: 'stage' },
    ...nodes.map(({ id, choices }, place) => ({
      ids: choices.map((choice) => choice.id),
      key: `nodes.${place}.choices`,
      of: `choice of ${id}`,
    })),
  ]
  return lists.flatMap(({ ids, key, of }) =>
    ids
      .filter((id, place) => ids.indexOf(id) !== place)
      .map((id) => ({ key, message: `“${id}” names more than one ${of}` })),
  )
}

function unknownIds(simulation: Simulation, documents: Documents): GraphFault[] {
  const { nodes, endings, stages, start } = simulation
  const targets = new Set([...nodes, ...endings].map(({ id }) => id))
  const isStage = new Set(stages.map(({ id }) => id))
  const isNode = new Set(nodes.map(({ id }) => id))
  const kept = simulation.start.state
  const faults: GraphFault[] = isNode.has(start.node)
    ? []
    : [{ key: 'start.node', message: `the story begins at “${start.node}”, which is no node` }]
  const known = (id: string, key: string) =>
    documents.has(id) ? [] : [{ key, message: `there is no :::document{id="${id}"} in the language files` }]
  for (const [place, node] of nodes.entries()) {
    const key = `nodes.${place}`
    if (!isStage.has(node.stage)) faults.push({ key: `${key}.stage`, message: `“${node.stage}” is no stage` })
    for (const [index, entry] of (node.opens ?? []).entries())
      faults.push(...known(typeof entry === 'string' ? entry : entry.document, `${key}.opens.${index}`))
    for (const [index, choice] of node.choices.entries()) {
      const at = `${key}.choices.${index}`
      faults.push(...known(choice.consequence, `${at}.consequence`))
      for (const to of targetsOf(choice))
        if (!targets.has(to))
          faults.push({ key: `${at}.next`, message: `the choice leads to “${to}”, which is neither node nor ending` })
      if (choice.effects.trust !== undefined && kept.trust === undefined)
        faults.push({ key: `${at}.effects`, message: 'trust changes, but start.state does not begin with it' })
    }
  }
  return faults
}

function momentFaults({ nodes, start }: Simulation): GraphFault[] {
  return nodes.flatMap(({ choices }, place) =>
    choices.flatMap(({ effects: { until } }, index) =>
      until !== undefined && minutesTo(start.at, until) <= 0
        ? [
            {
              key: `nodes.${place}.choices.${index}.effects`,
              message: `${until} is not after the beginning of the story`,
            },
          ]
        : [],
    ),
  )
}

/** A way from a node back to itself, conditions ignored: on it a path might never end. */
function circleIn({ nodes }: Simulation): GraphFault | null {
  const done = new Set<string>()
  const place = new Map(nodes.map(({ id }, index) => [id, index]))
  const follow = (id: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id]
    const node = nodes[place.get(id) ?? -1]
    if (!node || done.has(id)) return null
    for (const to of node.choices.flatMap(targetsOf)) {
      const circle = follow(to, [...way, id])
      if (circle) return circle
    }
    done.add(id)
    return null
  }
  for (const { id } of nodes) {
    const circle = follow(id, [])
    if (circle)
      return {
        key: `nodes.${place.get(circle[0] ?? '')}`,
        message: `the story comes back to where it was, so that a path may never end: ${circle.join(' → ')}`,
      }
  }
  return null
}

function deadEnds(simulation: Simulation, { deadEnds, forced }: Exploration): GraphFault[] {
  const placeOf = (id: string) => simulation.nodes.findIndex((node) => node.id === id)
  const stuck = deadEnds.map(({ node, choice, path }) => ({
    key: `nodes.${placeOf(node)}`,
    message: choice
      ? `after ${choice} no route is open, along ${wayOf(path)}: let the last route of “next” have no condition`
      : `nothing can be chosen here, along ${wayOf(path)}: let one choice have no condition`,
  }))
  const alone = [...forced].map((id) => ({
    key: `nodes.${placeOf(id)}`,
    message: 'in some situation a single choice is offered here, which is no decision',
  }))
  // One fault for each node is enough to correct it.
  return [...stuck, ...alone].filter(({ key }, index, all) => all.findIndex((fault) => fault.key === key) === index)
}

function unseen({ nodes, endings }: Simulation, documents: Documents, seen: Exploration): GraphFault[] {
  if (seen.cut) return []
  return [
    ...nodes.flatMap(({ id, choices }, place) => {
      if (!seen.nodes.has(id)) return { key: `nodes.${place}`, message: `no path leads to the node “${id}”` }
      return choices.flatMap((choice, index) =>
        seen.choices.has(`${id}/${choice.id}`)
          ? []
          : { key: `nodes.${place}.choices.${index}`, message: `the choice “${choice.id}” is never offered` },
      )
    }),
    ...endings.flatMap(({ id }, place) =>
      seen.endings.has(id) ? [] : { key: `endings.${place}`, message: `no path leads to the ending “${id}”` },
    ),
    ...[...documents].flatMap((id) =>
      seen.documents.has(id) ? [] : { key: 'nodes', message: `the document “${id}” is never opened` },
    ),
  ]
}

function referenceFaults(simulation: Simulation): GraphFault[] {
  let play = begin(simulation)
  for (const [place, { node, choice }] of simulation.reference.entries()) {
    const key = `reference.${place}`
    if (play.node !== node) {
      const where = play.node === null ? 'the story has ended' : `the story stands at “${play.node}”`
      return [{ key, message: `the reference path goes on at “${node}”, but ${where}` }]
    }
    const after = decide(simulation, play, choice)
    if (typeof after === 'string')
      return [{ key, message: `on the reference path “${choice}” is not offered at “${node}”` }]
    play = after
  }
  return play.ending === null
    ? [{ key: 'reference', message: `the reference path does not end: the story stands at “${play.node}”` }]
    : []
}

function targetsOf({ next }: Choice): string[] {
  return typeof next === 'string' ? [next] : next.map(({ to }) => to)
}

function wayOf(path: readonly string[]): string {
  return path.length === 0 ? 'the beginning' : path.join(' → ')
}
