import { isPairs } from '../answer-shape'
import type { Kind } from '../kind'
import { idsOf, judgePart, publicOptions, publicPart, unknownIdsIn } from '../options'
import { idShares } from '../shares'

/** Each prompt has one matching option. */
export const matching: Kind<'matching'> = {
  show: (key, order) => ({
    ...publicPart(key),
    prompts: key.prompts.map(({ id, text }) => ({ id, text })),
    options: publicOptions(key.options, order),
  }),
  draw: ({ options }, shuffle) => shuffle(idsOf(options)),
  /** A partial answer is valid: it is saved while she works on the rest. */
  read: ({ prompts, options }, given) => {
    if (!isPairs(given)) return null
    const pairs = Object.entries(given)
    const [asked, known] = [new Set(idsOf(prompts)), new Set(idsOf(options))]
    const fits = pairs.every(([prompt, option]) => asked.has(prompt) && known.has(option))
    return fits && pairs.length > 0 ? given : null
  },
  isFinal: () => true,
  isComplete: ({ prompts }, pairs) => prompts.every(({ id }) => Object.hasOwn(pairs, id)),
  grade: ({ prompts, correct }, pairs) => prompts.filter(({ id }) => pairs[id] === correct[id]).length / prompts.length,
  judge: ({ prompts, correct }, pairs) => prompts.map(({ id }) => judgePart(id, pairs?.[id], correct[id])),
  picked: () => [],
  /** Swaps the options of the first two prompts; if both have the same option, uses another one. */
  mistake: ({ prompts: [one, two], options, correct }) => {
    const [first = '', second = ''] = [one?.id, two?.id]
    const { [first]: right = '', [second]: other = '' } = correct
    const wrong = right === other ? idsOf(options).find((id) => id !== right) : other
    return { ...correct, [first]: wrong ?? '', [second]: right }
  },
  fault: ({ prompts, correct }) => {
    const open = idsOf(prompts).filter((id) => !Object.hasOwn(correct, id))
    return open.length > 0 ? `the key gives no option for ${open.join(', ')}: add it under “correct:”` : null
  },
  unknownIds: ({ prompts, options, correct }) =>
    Object.entries(correct).flatMap(([prompt, option]) => [
      ...unknownIdsIn([prompt], prompts),
      ...unknownIdsIn([option], options),
    ]),
  shares: (keys) => idShares(keys, ({ prompts, correct }) => prompts.flatMap(({ id }) => correct[id] ?? [])),
}
