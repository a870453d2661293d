import { isPicks } from '../answer-shape'
import type { Kind, Pairs } from '../kind'
import { areDistinctOptions, idsOf, judgePart, publicOptions, publicPart, repetitionIn, unknownIdsIn } from '../options'
import { idShares } from '../shares'

/** The options must be put in order. An order is right or wrong as a whole. */
export const ordering: Kind<'ordering'> = {
  show: (key, order) => ({ ...publicPart(key), options: publicOptions(key.options, order) }),
  draw: ({ options }, shuffle) => shuffle(idsOf(options)),
  /** A complete order, or the ranks of some options: these are saved while she works on the rest. */
  read: ({ options }, given) => {
    if (!isPicks(given)) return areRanksInTheMaking(given, idsOf(options)) ? given : null
    return given.length === options.length && areDistinctOptions(given, options) ? given : null
  },
  isFinal: isPicks,
  isComplete: (_, answer) => isPicks(answer),
  grade: ({ correct }, answer) => (isPicks(answer) && answer.every((id, place) => id === correct[place]) ? 1 : 0),
  judge: ({ correct }, answer) =>
    correct.map((id, place) => {
      const chosen = answer && (isPicks(answer) ? answer[place] : onlyAt(`${place + 1}`, answer))
      return judgePart(place + 1, chosen, id)
    }),
  picked: () => [],
  mistake: ({ correct }) => correct.toReversed(),
  fault: ({ correct, options }) =>
    repetitionIn(correct) ??
    (correct.length === options.length ? null : 'the key must name every step once, from first to last'),
  unknownIds: ({ correct, options }) => unknownIdsIn(correct, options),
  shares: (keys) => idShares(keys, ({ correct }) => correct),
}

/** Whether the ranks are those of a partial order. If each rank is given once, the order is complete. */
function areRanksInTheMaking(ranks: Pairs, ids: readonly string[]): boolean {
  const possible = ids.map((_, place) => `${place + 1}`)
  const given = Object.entries(ranks)
  const isWhole = new Set(Object.values(ranks)).size === ids.length
  return given.length > 0 && !isWhole && given.every(([id, rank]) => ids.includes(id) && possible.includes(rank))
}

/** The option with this rank; null if several have it. */
function onlyAt(rank: string, ranks: Pairs): string | null {
  const [id, ...others] = Object.keys(ranks).filter((each) => ranks[each] === rank)
  return id !== undefined && others.length === 0 ? id : null
}
