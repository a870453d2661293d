import { oneChoice } from '../choice'
import type { Kind } from '../kind'
import { publicOptions, publicPart, repetitionIn } from '../options'
import { positionShares } from '../shares'

/** One of several options is right. */
export const single: Kind<'single'> = {
  ...oneChoice,
  show: (key, order) => ({ ...publicPart(key), options: publicOptions(key.options, order) }),
  fault: ({ correct }) => repetitionIn(correct),
  shares: positionShares,
}
