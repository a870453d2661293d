import type { KeyOf } from '../../question'
import { isPairs } from '../answer-shape'
import type { Kind, Pairs } from '../kind'
import { idsOf, judgePart, publicPart, unknownIdsIn } from '../options'
import { readNumber } from './read-number'

type Key = KeyOf<'computing'>
type Ask = Key['asks'][number]

/** Differences of decimal fractions have rounding errors. */
const EPSILON = 1e-9

/** One or several numbers are computed. Each earns its share of the point. */
export const computing: Kind<'computing'> = {
  show: (key) => ({ ...publicPart(key), asks: key.asks.map(({ id, label, unit }) => ({ id, label, unit })) }),
  /** The options are not shown before the answer, so they are not shuffled. */
  draw: ({ options }) => idsOf(options),
  /** A partial answer is saved while she computes the rest. If one value is not a number, the whole answer is null. */
  read: ({ asks }, given) => {
    if (!isPairs(given)) return null
    const numbers = Object.entries(given).map(([id, typed]) => [id, numberFor(asks, id, typed)] as const)
    const fits = numbers.length > 0 && numbers.every(([, number]) => number !== null)
    return fits ? (Object.fromEntries(numbers) as Pairs) : null
  },
  isFinal: () => true,
  isComplete: ({ asks }, numbers) => asks.every(({ id }) => Object.hasOwn(numbers, id)),
  grade: (key, numbers) => key.asks.filter((ask) => isRight(key, ask, numbers[ask.id])).length / key.asks.length,
  judge: (key, numbers) =>
    key.asks.map((ask) => {
      const right = rightResult(key, ask)?.id ?? key.correct[ask.id]
      const given = numbers?.[ask.id]
      return judgePart(ask.id, isRight(key, ask, given) ? right : (resultOf(key, ask, given)?.id ?? given), right)
    }),
  picked: (key, numbers) =>
    key.asks.flatMap((ask) => {
      const given = numbers[ask.id]
      return (isRight(key, ask, given) ? rightResult(key, ask)?.id : resultOf(key, ask, given)?.id) ?? []
    }),
  mistake: (key, choose) => {
    const [ask] = key.asks
    const wrong = ask ? key.options.filter(({ ask: id, value }) => id === ask.id && !isRight(key, ask, `${value}`)) : []
    const chosen = choose(idsOf(wrong))
    const value = wrong.find(({ id }) => id === chosen)?.value
    return ask && value !== undefined ? { ...key.correct, [ask.id]: `${value}` } : {}
  },
  fault: (key) => {
    for (const ask of key.asks) {
      const fault = askFault(key, ask)
      if (fault) return fault
    }
    return null
  },
  unknownIds: ({ asks, options, correct }) => [
    ...unknownIdsIn(Object.keys(correct), asks),
    ...unknownIdsIn(
      options.map(({ ask }) => ask),
      asks,
    ),
  ],
  shares: () => [],
}

function numberFor(asks: readonly Ask[], id: string, typed: string): string | null {
  const ask = asks.find((each) => each.id === id)
  const read = ask && readNumber(typed, ask.unit)
  return read?.status === 'read' ? read.value : null
}

function isRight({ correct }: Key, { id, tolerance }: Ask, given: string | undefined): boolean {
  const right = correct[id]
  return right !== undefined && given !== undefined && Math.abs(Number(given) - Number(right)) <= tolerance + EPSILON
}

/** The option with exactly this number. */
function resultOf({ options }: Key, { id }: Ask, given: string | undefined) {
  return options.find(
    ({ ask, value }) => ask === id && given !== undefined && Math.abs(value - Number(given)) <= EPSILON,
  )
}

const rightResult = (key: Key, ask: Ask) => resultOf(key, ask, key.correct[ask.id])

function askFault(key: Key, ask: Ask): string | null {
  const [right, name] = [key.correct[ask.id], `“${ask.id}”`]
  if (right === undefined) return `the key gives no number for ${name}: add it under “correct:”`
  const own = key.options.filter((option) => option.ask === ask.id)
  if (!rightResult(key, ask)) return `no option says the right number for ${name}: add one with its feedback`
  if (own.filter(({ value }) => isRight(key, ask, `${value}`)).length > 1)
    return `the tolerance for ${name} also takes a wrong option for right: make it smaller, or move the number`
  if (own.every(({ value }) => isRight(key, ask, `${value}`)))
    return `no option says a mistake for ${name}: add a number that people arrive at wrongly`
  if (new Set(own.map(({ value }) => value)).size < own.length)
    return `two options say one number for ${name}: keep one`
  return ask.tolerance > Number(right) / MOST_TOLERANCE
    ? `the tolerance for ${name} is over a tenth of the right number: make it smaller`
    : null
}

const MOST_TOLERANCE = 10
