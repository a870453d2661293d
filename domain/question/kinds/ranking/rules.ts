import { isPairs } from '../answer-shape'
import type { Kind, Pairs } from '../kind'
import { idsOf, judgePart, publicOptions, publicPart, unknownIdsIn } from '../options'
import { idShares } from '../shares'

/** The options are put in order, and several may share a place. */
export const ranking: Kind<'ranking'> = {
  show: (key, order) => ({ ...publicPart(key), options: publicOptions(key.options, order) }),
  draw: ({ options }, shuffle) => shuffle(idsOf(options)),
  read: ({ options }, given) => (isPairs(given) && areWholePlaces(given, idsOf(options)) ? given : null),
  isFinal: () => true,
  isComplete: () => true,
  /**
   * The share of option pairs in the right relation (before, after or together) minus the share of the others, not
   * below zero, so that an order that is half right by chance earns nothing.
   */
  grade: ({ correct }, places) => {
    const pairs = pairsIn(Object.keys(correct))
    const right = pairs.filter(([one, other]) => relation(places, one, other) === relation(correct, one, other)).length
    return Math.max(0, (right - (pairs.length - right)) / pairs.length)
  },
  judge: ({ options, correct }, places) =>
    idsOf(options)
      .toSorted((one, other) => Number(correct[one]) - Number(correct[other]))
      .map((id) => ({ ...judgePart(id, places?.[id], correct[id]), about: id })),
  picked: () => [],
  /** Moves every option one place down; the last place becomes the first. */
  mistake: ({ correct }) => {
    const last = Math.max(...Object.values(correct).map(Number))
    return Object.fromEntries(Object.entries(correct).map(([id, place]) => [id, `${(Number(place) % last) + 1}`]))
  },
  fault: ({ options, correct }) => {
    if (!areWholePlaces(correct, idsOf(options))) return 'the key must give every step a place, from "1" without a gap'
    const places = new Set(Object.values(correct)).size
    if (places === 1) return 'all steps have one place: give one another place, or nobody can be mistaken'
    return places === options.length ? 'no two steps have one place: let it be of the kind “ordering”' : null
  },
  unknownIds: ({ options, correct }) => unknownIdsIn(Object.keys(correct), options),
  shares: (keys) =>
    idShares(keys, ({ correct }) => Object.keys(correct).toSorted((a, b) => Number(correct[a]) - Number(correct[b]))),
}

/** Whether each option has a place, and no place before the last one is empty. */
function areWholePlaces(places: Pairs, ids: readonly string[]): boolean {
  const used = new Set(Object.values(places))
  return (
    Object.keys(places).length === ids.length &&
    ids.every((id) => Object.hasOwn(places, id)) &&
    Array.from(used, (_, at) => `${at + 1}`).every((place) => used.has(place))
  )
}

function pairsIn(ids: readonly string[]): [string, string][] {
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other): [string, string] => [one, other]))
}

const relation = (places: Pairs, one: string, other: string) => Math.sign(Number(places[one]) - Number(places[other]))
