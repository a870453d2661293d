import { isPairs } from '../answer-shape'
import type { Kind } from '../kind'
import { idsOf, judgePart, publicPart, unknownIdsIn } from '../options'
import { positionShares } from '../shares'
import { blanksOf } from './blanks'

const FEWEST_CHOICES = 2

/** Each blank of a passage has one right choice, and earns its share of the point. */
export const completing: Kind<'completing'> = {
  show: (key, order = idsOf(key.options)) => ({
    ...publicPart(key),
    passage: key.passage,
    // Blanks are sent in the order of the key: in the order of the drawn choices it would differ from page to page.
    options: blanksOf(key).flatMap(({ options }) =>
      order.flatMap((id) =>
        options.flatMap((each) => (each.id === id ? { id, text: each.text, blank: each.blank } : [])),
      ),
    ),
  }),
  draw: ({ options }, shuffle) => shuffle(idsOf(options)),
  /** A partial answer is valid: it is saved while she works on the rest. */
  read: ({ options }, given) => {
    if (!isPairs(given)) return null
    const pairs = Object.entries(given)
    const fits = pairs.every(([blank, id]) => options.some((option) => option.id === id && option.blank === blank))
    return fits && pairs.length > 0 ? given : null
  },
  isFinal: () => true,
  isComplete: (key, pairs) => blanksOf(key).every(({ id }) => Object.hasOwn(pairs, id)),
  grade: (key, pairs) => {
    const blanks = blanksOf(key)
    return blanks.filter(({ id }) => pairs[id] === key.correct[id]).length / blanks.length
  },
  judge: (key, pairs) => blanksOf(key).map(({ id }) => judgePart(id, pairs?.[id], key.correct[id])),
  picked: (_, pairs) => Object.values(pairs),
  mistake: (key, choose) => {
    const [first] = blanksOf(key)
    const wrong = idsOf(first?.options ?? []).filter((id) => id !== key.correct[first?.id ?? ''])
    return { ...key.correct, [first?.id ?? '']: choose(wrong) ?? '' }
  },
  fault: (key) => {
    for (const { id, options } of blanksOf(key)) {
      const right = key.correct[id]
      if (right === undefined) return `the key gives no choice for “${id}”: add it under “correct:”`
      if (!options.some((option) => option.id === right)) return `the right choice of “${id}” belongs to another blank`
      if (options.length < FEWEST_CHOICES) return `“${id}” has one choice only: add a wrong one`
    }
    return new Set(idsOf(key.options)).size < key.options.length ? 'two choices have one id: rename one' : null
  },
  unknownIds: ({ options, correct }) => [
    ...Object.keys(correct).filter((blank) => !options.some((option) => option.blank === blank)),
    ...unknownIdsIn(Object.values(correct), options),
  ],
  shares: (keys) =>
    positionShares(
      keys.flatMap((key) => blanksOf(key).map(({ id, options }) => ({ options, correct: [key.correct[id] ?? ''] }))),
    ).map((share) => ({ ...share, fault: `of the blanks, ${share.fault}` })),
}
