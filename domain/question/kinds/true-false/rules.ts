import { oneChoice } from '../choice'
import type { Kind } from '../kind'
import { idsOf, publicOptions, publicPart, repetitionIn } from '../options'

/** A sentence is true or false. */
export const trueFalse: Kind<'true-false'> = {
  ...oneChoice,
  show: (key, order) => ({ ...publicPart(key), options: publicOptions(key.options, order) }),
  /** True always comes before false: another order would only slow the reader down. */
  draw: () => ['true', 'false'],
  fault: ({ correct, options }) =>
    repetitionIn(correct) ??
    (new Set(idsOf(options)).size < 2 ? 'the options must be “true” and “false”, once each' : null),
  shares: (keys) => {
    const count = keys.filter(({ correct }) => correct[0] === 'true').length
    const fault = `${count} of ${keys.length} true-false questions are true: turn some round`
    return [{ count, even: keys.length / 2, fault }]
  },
}
